package kr.dangol.benchmarks.search;

import java.util.Arrays;

/// How long each of many calls took, in nanoseconds.
final class Times {

    private final long[] nanos;

    Times(long[] nanos) {
        this.nanos = nanos.clone();
        Arrays.sort(this.nanos);
    }

    double millis(double share) {
        var at = Math.min(nanos.length - 1, (int) (share * nanos.length));
        return nanos[at] / 1e6;
    }
}
