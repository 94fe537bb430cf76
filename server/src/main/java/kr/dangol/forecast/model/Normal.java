package kr.dangol.forecast.model;

/// The normal distribution, as far as forecasts need it.
public final class Normal {

    private static final int HALVINGS = 40;
    private static final double FAR = 9;

    private Normal() {}

    /// The probability to stay below so many standard deviations. Polya's approximation; off by at
    /// most 0.003, far less than any use here can tell.
    public static double below(double deviations) {
        var inside = Math.sqrt(1 - Math.exp(-2 * deviations * deviations / Math.PI));
        return deviations < 0 ? (1 - inside) / 2 : (1 + inside) / 2;
    }

    static double quantile(double level) {
        var low = -FAR;
        var high = FAR;
        for (var i = 0; i < HALVINGS; i++) {
            var middle = (low + high) / 2;
            if (below(middle) < level) {
                low = middle;
            } else {
                high = middle;
            }
        }
        return (low + high) / 2;
    }
}
