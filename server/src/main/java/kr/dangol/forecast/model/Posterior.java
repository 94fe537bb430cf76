package kr.dangol.forecast.model;

/// What a fit knows about its effects: their means; how uncertain they are, either as `draws`
/// posterior deviations per effect, which keep correlations, or as variances; the variance of each
/// group, which is also that of an effect never seen; and the variance of noise.
final class Posterior {

    final LongIndex index;
    final double[] mean;
    final float[] deviations;
    final int draws;
    final float[] variance;
    final double[] groupVariance;
    final double noise;

    private Posterior(
            LongIndex index,
            double[] mean,
            float[] deviations,
            int draws,
            float[] variance,
            double[] groupVariance,
            double noise) {
        this.index = index;
        this.mean = mean;
        this.deviations = deviations;
        this.draws = draws;
        this.variance = variance;
        this.groupVariance = groupVariance;
        this.noise = noise;
    }

    /// What is known before any data: every effect is as likely up as down.
    static Posterior untaught(Design design, double noise) {
        var variances = design.groups().stream().mapToDouble(Group::variance).toArray();
        return new Posterior(
                new LongIndex(), new double[0], new float[0], 0, new float[0], variances, noise);
    }

    static Posterior withDraws(
            LongIndex index,
            double[] mean,
            float[] deviations,
            int draws,
            double[] groupVariance,
            double noise) {
        return new Posterior(
                index, mean, deviations, draws, new float[mean.length], groupVariance, noise);
    }

    static Posterior withVariances(
            LongIndex index,
            double[] mean,
            float[] variance,
            double[] groupVariance,
            double noise) {
        return new Posterior(index, mean, new float[0], 0, variance, groupVariance, noise);
    }
}
