package kr.dangol.forecast.model;

import java.util.Arrays;
import java.util.Comparator;
import java.util.stream.IntStream;

/// Statistics of values that count unequally.
final class Weighted {

    private Weighted() {}

    /// The value below which `level` of the weight lies, interpolated between values.
    static double quantile(double[] values, double[] weights, double level) {
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
