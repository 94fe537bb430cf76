package kr.dangol.experiment.statistics;

import java.util.Map;
import java.util.TreeMap;

/// Evidence about the mean of independent differences in [-1, 1], gathered by betting.
///
/// Whoever claims that the mean is `m` should find a game fair in which one coin becomes `1 + stake
/// × (difference − m)`. We play it with twenty fixed stakes at once, ten on "more" and ten on
/// "less", and split one coin evenly among them. If the claim is true, our fortune is a nonnegative
/// martingale, and by Ville's inequality it ever reaches `1/α` with probability at most `α`: at no
/// number of looks, and without assuming anything about the differences' distribution but its
/// bounds. Claims under which we have not become rich make up the confidence sequence.
///
/// The method is "diversified Kelly betting" of I. Waudby-Smith and A. Ramdas, *Estimating means of
/// bounded random variables by betting*, Journal of the Royal Statistical Society B 86 (2024); S.
/// Shekhar and A. Ramdas, *Nonparametric two-sample testing by betting* (2023), apply it to two
/// samples. Fixed stakes keep two things simple. The order of the differences does not matter. And
/// as every stake is at most one half, each fortune is a product of positive lines falling (or
/// rising) in `m`, hence convex, so that what is not refuted is always one interval.
final class PairedBets {

    /// Below one half, so that no difference in [-1, 1] can ruin a claim in [-1, 1].
    private static final double LARGEST_STAKE = 0.49;

    private static final int STAKES_PER_SIDE = 10;
    private static final double[] STAKES = stakes();
    private static final int BISECTIONS = 40;

    private final TreeMap<Double, Integer> counts = new TreeMap<>();
    private final double[] logFortunesOfNoDifference = new double[STAKES.length];
    private int size;
    private double sum;
    private double largestFortune = 1;

    private static double[] stakes() {
        var stakes = new double[2 * STAKES_PER_SIDE];
        for (var i = 0; i < STAKES_PER_SIDE; i++) {
            var stake = LARGEST_STAKE * Math.pow(2, -i / 2.0);
            stakes[2 * i] = stake;
            stakes[2 * i + 1] = -stake;
        }
        return stakes;
    }

    void add(double difference) {
        if (!(Math.abs(difference) <= 1)) {
            throw new IllegalArgumentException("difference " + difference);
        }
        counts.merge(difference, 1, Integer::sum);
        size++;
        sum += difference;
        for (var i = 0; i < STAKES.length; i++) {
            logFortunesOfNoDifference[i] += Math.log1p(STAKES[i] * difference);
        }
        largestFortune = Math.max(largestFortune, average(logFortunesOfNoDifference));
    }

    int size() {
        return size;
    }

    double mean() {
        return size == 0 ? 0 : sum / size;
    }

    /// The most that one coin against "there is no difference" has ever been worth: 20 or more
    /// happens without a difference in at most one experiment of twenty.
    double evidence() {
        return largestFortune;
    }

    /// All means that are not refuted at this level.
    Interval interval(double alpha) {
        if (size == 0) {
            return new Interval(-1, 1);
        }
        return new Interval(end(alpha, -1), end(alpha, 1));
    }

    /// Between the mean of what was seen, which no bet can refute, and the end of all that is
    /// possible.
    private double end(double alpha, double outermost) {
        if (fortune(outermost) < 1 / alpha) {
            return outermost;
        }
        var inside = mean();
        var outside = outermost;
        for (var i = 0; i < BISECTIONS; i++) {
            var middle = (inside + outside) / 2;
            if (fortune(middle) < 1 / alpha) {
                inside = middle;
            } else {
                outside = middle;
            }
        }
        return outside;
    }

    private double fortune(double claimedMean) {
        var logs = new double[STAKES.length];
        for (Map.Entry<Double, Integer> entry : counts.entrySet()) {
            var surplus = entry.getKey() - claimedMean;
            for (var i = 0; i < STAKES.length; i++) {
                logs[i] += entry.getValue() * Math.log1p(STAKES[i] * surplus);
            }
        }
        return average(logs);
    }

    private static double average(double[] logs) {
        var total = 0.0;
        for (var log : logs) {
            total += Math.exp(log);
        }
        return total / logs.length;
    }
}
