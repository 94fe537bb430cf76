package kr.dangol.forecast.model;

/// The normal distribution as far as needed here.
final class Normal {

    private Normal() {}

    /// The quantile by bisection on the distribution function: called rarely, so plain wins.
    static double quantile(double level) {
        var low = -9.0;
        var high = 9.0;
        for (var i = 0; i < 60; i++) {
            var middle = (low + high) / 2;
            if (distribution(middle) < level) {
                low = middle;
            } else {
                high = middle;
            }
        }
        return (low + high) / 2;
    }

    /// Abramowitz and Stegun 26.2.17; absolute error below 1e-7.
    public static double distribution(double x) {
        var t = 1 / (1 + 0.2316419 * Math.abs(x));
        var poly =
                t
                        * (0.319381530
                                + t
                                        * (-0.356563782
                                                + t
                                                        * (1.781477937
                                                                + t
                                                                        * (-1.821255978
                                                                                + t
                                                                                        * 1.330274429))));
        var upper = poly * Math.exp(-x * x / 2) / Math.sqrt(2 * Math.PI);
        return x >= 0 ? 1 - upper : upper;
    }
}
