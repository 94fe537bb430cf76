package kr.dangol.forecast;

/// The normal distribution, as far as a chance of loss needs it.
final class Probability {

    private Probability() {}

    /// Polya's approximation; off by at most 0.003, far less than the three steps of [LossRisk].
    static double normalBelow(double deviations) {
        var inside = Math.sqrt(1 - Math.exp(-2 * deviations * deviations / Math.PI));
        return deviations < 0 ? (1 - inside) / 2 : (1 + inside) / 2;
    }
}
