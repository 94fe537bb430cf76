package kr.dangol.forecast.model;

/// Effects that share one variance. `spread` is the standard deviation we expect of them before
/// seeing data and `strength` how many effects' worth of evidence that expectation weighs. A group
/// that does not learn keeps its spread.
record Group(String name, double spread, double strength, boolean learns) {

    /// Enough to hold dozens of groups together while cases are few (a hold of 2 costs half a point
    /// in a hundred at 400 cases), too little to matter to groups with many effects.
    private static final double EVIDENCE = 6;

    static Group learned(String name, double spread) {
        return new Group(name, spread, EVIDENCE, true);
    }

    /// Effects of which most groups have none and some have much, as things that work only
    /// together: held so loosely that the data soon decide.
    static Group doubtful(String name, double spread) {
        return new Group(name, spread, 2, true);
    }

    static Group fixed(String name, double spread) {
        return new Group(name, spread, 0, false);
    }

    double variance() {
        return spread * spread;
    }
}
