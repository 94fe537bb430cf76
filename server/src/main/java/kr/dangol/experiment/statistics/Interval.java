package kr.dangol.experiment.statistics;

/// Both ends belong to it.
public record Interval(double low, double high) {

    public Interval {
        if (!(low <= high)) {
            throw new IllegalArgumentException(low + " to " + high);
        }
    }

    public boolean contains(double value) {
        return low <= value && value <= high;
    }

    public boolean isInside(double from, double to) {
        return from <= low && high <= to;
    }

    public double width() {
        return high - low;
    }

    /// What both say; this one where they contradict each other.
    Interval and(Interval other) {
        var lower = Math.max(low, other.low);
        var upper = Math.min(high, other.high);
        return lower <= upper ? new Interval(lower, upper) : this;
    }
}
