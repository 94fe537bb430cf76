package kr.dangol.forecast;

/// A median with its 80 % interval.
public record Estimate(int expected, int low, int high) {

    public Estimate {
        if (low > expected || expected > high) {
            throw new IllegalArgumentException(low + " <= " + expected + " <= " + high);
        }
    }
}
