package kr.dangol.forecast.model;

import java.util.Arrays;

/// How many predicted spreads below and above the median the truth really stays, read off from
/// cases that the model had not seen (split by store). A few imagined cases from a normal
/// distribution stand in while real ones are scarce.
record Calibration(double below, double above) {

    private static final double TAIL = 0.1;
    private static final int IMAGINED = 10;
    private static final double LEAST = 0.05;
    private static final double PACE = 0.05;

    /// The scores are residuals over predicted spreads; the weights let each store count once.
    static Calibration of(double[] scores, double[] weights) {
        var all = Arrays.copyOf(scores, scores.length + IMAGINED);
        var allWeights = Arrays.copyOf(weights, weights.length + IMAGINED);
        for (var i = 0; i < IMAGINED; i++) {
            all[scores.length + i] = Normal.quantile((i + 0.5) / IMAGINED);
            allWeights[scores.length + i] = 1;
        }
        // The case to come is one more than those seen, as in conformal prediction; the imagined
        // ones, which are no surprise, dampen that.
        var level = (1 - TAIL) * (1 + 1 / (Arrays.stream(allWeights).sum() + 2 * IMAGINED));
        return new Calibration(
                Math.max(LEAST, -Weighted.quantile(all, allWeights, 1 - level)),
                Math.max(LEAST, Weighted.quantile(all, allWeights, level)));
    }

    /// After one more outcome: a side that was too narrow widens at once, one that held narrows a
    /// little, so that in the long run each side is missed once in ten times, even when the world
    /// changes (adaptive conformal inference).
    Calibration adapted(double score) {
        return new Calibration(
                Math.max(LEAST, below * (1 + PACE * ((score < -below ? 1 : 0) - TAIL))),
                Math.max(LEAST, above * (1 + PACE * ((score > above ? 1 : 0) - TAIL))));
    }
}
