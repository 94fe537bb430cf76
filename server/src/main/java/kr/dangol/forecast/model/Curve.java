package kr.dangol.forecast.model;

/// What a posterior says about one subject at every dose: the mean and its uncertainty as
/// coefficients of the dose's functions.
final class Curve {

    private final double[] mean;
    private final double[] deviations;
    private final double[] variance;
    private final int draws;

    private Curve(int functions, int draws) {
        this.draws = draws;
        mean = new double[functions];
        deviations = new double[functions * draws];
        variance = new double[functions];
    }

    /// A straight line without doubt: the belief before any data.
    static Curve line(Dose dose, double intercept, double slope) {
        var curve = new Curve(dose.functions(), 0);
        curve.mean[Dose.CONSTANT] = intercept;
        curve.mean[Dose.LINEAR] = slope;
        return curve;
    }

    /// The posterior's word on a row, on top of what was believed before: `before` counts fully,
    /// and as far as the posterior learned to distrust it, less (see [Design#TRUST]).
    static Curve of(Posterior posterior, Dose dose, Row row, Curve before, double beforeCentre) {
        var curve = new Curve(dose.functions(), posterior.draws);
        System.arraycopy(before.mean, 0, curve.mean, 0, before.mean.length);
        for (var f = 0; f < row.size; f++) {
            curve.add(posterior, row.key[f], row.group[f], row.basis[f], row.value[f]);
        }
        if (posterior.index.find(TRUST_KEY) >= 0) {
            for (var function = 0; function < before.mean.length; function++) {
                var centre = function == Dose.CONSTANT ? beforeCentre : 0;
                var value = before.mean[function] - centre;
                curve.add(posterior, TRUST_KEY, Design.TRUST, function, value);
            }
        }
        return curve;
    }

    static final long TRUST_KEY = Hash.join(1, Design.TRUST * 64L);

    private void add(Posterior posterior, long key, int group, int function, double value) {
        var effect = posterior.index.find(key);
        if (effect < 0) {
            variance[function] += posterior.groupVariance[group] * value * value;
            return;
        }
        mean[function] += posterior.mean[effect] * value;
        variance[function] += posterior.variance[effect] * value * value;
        var from = effect * draws;
        var to = function * draws;
        for (var d = 0; d < draws; d++) {
            deviations[to + d] += posterior.deviations[from + d] * value;
        }
    }

    double mean(double[] functions) {
        var sum = 0.0;
        for (var f = 0; f < mean.length; f++) {
            sum += mean[f] * functions[f];
        }
        return sum;
    }

    double variance(double[] functions) {
        var sum = 0.0;
        for (var f = 0; f < mean.length; f++) {
            sum += variance[f] * functions[f] * functions[f];
        }
        return sum + spreadOfDraws(functions);
    }

    private double spreadOfDraws(double[] functions) {
        if (draws == 0) {
            return 0;
        }
        var sum = 0.0;
        for (var d = 0; d < draws; d++) {
            var deviation = 0.0;
            for (var f = 0; f < mean.length; f++) {
                deviation += deviations[f * draws + d] * functions[f];
            }
            sum += deviation * deviation;
        }
        return sum / draws;
    }
}
