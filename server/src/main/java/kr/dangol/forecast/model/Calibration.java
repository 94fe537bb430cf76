package kr.dangol.forecast.model;

import java.util.Arrays;
import java.util.Comparator;
import java.util.stream.IntStream;

/// How many predicted spreads below and above the median the truth really stays, read off from
/// cases that the model had not seen (split by store). A few imagined cases from a normal
/// distribution stand in while real ones are scarce.
record Calibration(double below, double above) {

    private static final double TAIL = 0.1;
    private static final int IMAGINED = 10;

    /// The scores are residuals over predicted spreads; the weights let each store count once.
    static Calibration of(double[] scores, double[] weights) {
        var all = Arrays.copyOf(scores, scores.length + IMAGINED);
        var allWeights = Arrays.copyOf(weights, weights.length + IMAGINED);
        for (var i = 0; i < IMAGINED; i++) {
            all[scores.length + i] = Normal.quantile((i + 0.5) / IMAGINED);
            allWeights[scores.length + i] = 1;
        }
        return new Calibration(
                Math.max(0.05, -quantile(all, allWeights, TAIL)),
                Math.max(0.05, quantile(all, allWeights, 1 - TAIL)));
    }

    private static double quantile(double[] values, double[] weights, double level) {
        var order =
                IntStream.range(0, values.length)
                        .boxed()
                        .sorted(Comparator.comparingDouble(i -> values[i]))
                        .mapToInt(i -> i)
                        .toArray();
        var total = Arrays.stream(weights).sum();
        var passed = 0.0;
        var previous = values[order[0]];
        var previousAt = 0.0;
        for (var i : order) {
            var at = (passed + weights[i] / 2) / total;
            if (at >= level) {
                var share = at == previousAt ? 1 : (level - previousAt) / (at - previousAt);
                return previous + Math.clamp(share, 0, 1) * (values[i] - previous);
            }
            passed += weights[i];
            previous = values[i];
            previousAt = at;
        }
        return previous;
    }
}
