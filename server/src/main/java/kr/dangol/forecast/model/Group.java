package kr.dangol.forecast.model;

/// Effects that share one variance. `spread` is the standard deviation we expect of them before
/// seeing data and `strength` how many effects' worth of evidence that expectation weighs. A group
/// that does not learn keeps its spread.
record Group(String name, double spread, double strength, boolean learns) {

    static Group learned(String name, double spread) {
        return new Group(name, spread, 2, true);
    }

    static Group fixed(String name, double spread) {
        return new Group(name, spread, 0, false);
    }

    double variance() {
        return spread * spread;
    }
}
