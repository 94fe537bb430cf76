package kr.dangol.insight.sums;

import java.util.Arrays;
import java.util.OptionalDouble;

/// Counts of values by classes that grow by a tenth each, so that percentiles of any number of
/// values can be told from a short list of numbers, and two lists be added (the idea of DDSketch).
/// A percentile is off by less than 4.8 % of itself.
public final class LogHistogram {

    private static final double GROWTH = 1.1;
    private static final double LOG_GROWTH = Math.log(GROWTH);

    /// The middle of a class, by relative distance to both of its ends.
    private static final double MIDDLE = 2 / (1 + GROWTH);

    /// Class 255 begins beyond 30 billion.
    private static final int LAST = 255;

    private final long[] counts = new long[LAST + 1];
    private long total;

    /// The class of a value; everything up to 1 is in the first.
    public static int classOf(double value) {
        return value <= 1 ? 0 : Math.min(LAST, (int) Math.ceil(Math.log(value) / LOG_GROWTH));
    }

    /// A list that counts this one value.
    public static long[] one(double value) {
        var counts = new long[classOf(value) + 1];
        counts[counts.length - 1] = 1;
        return counts;
    }

    public void add(long[] more) {
        for (var i = 0; i < more.length; i++) {
            counts[i] += more[i];
            total += more[i];
        }
    }

    /// The value that this share of all does not exceed; empty without values.
    public OptionalDouble percentile(double share) {
        if (total == 0) {
            return OptionalDouble.empty();
        }
        var rank = Math.max(1, Math.ceil(share * total));
        var seen = 0L;
        for (var i = 0; i < counts.length; i++) {
            seen += counts[i];
            if (seen >= rank) {
                return OptionalDouble.of(i == 0 ? 1 : Math.pow(GROWTH, i) * MIDDLE);
            }
        }
        throw new IllegalStateException(
                "%d of %d in %s".formatted(seen, total, Arrays.toString(counts)));
    }

    public long total() {
        return total;
    }
}
