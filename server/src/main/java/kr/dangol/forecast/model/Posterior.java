package kr.dangol.forecast.model;

import java.util.Arrays;
import java.util.Random;

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

    /// The same with more doubt about the level that all subjects share.
    Posterior doubtingLevel(double more) {
        var known = index.copy();
        var level = known.add(Design.LEVEL_KEY);
        var doubts = Arrays.copyOf(variance, known.size());
        doubts[level] += (float) more;
        return new Posterior(
                known,
                Arrays.copyOf(mean, known.size()),
                Arrays.copyOf(deviations, known.size() * draws),
                draws,
                doubts,
                groupVariance,
                noise);
    }

    /// The posterior after one more row, by a rank-one update of the effects in that row (a Kalman
    /// step; with draws, its square-root ensemble form). Effects of other rows that are tied to
    /// these only move at the next fit.
    Posterior taught(Row row, double[] functions, double surprise, double rowNoise) {
        var known = index.copy();
        var numbers = new int[row.size];
        for (var f = 0; f < row.size; f++) {
            numbers[f] = known.add(row.key[f]);
        }
        var next =
                new Posterior(
                        known,
                        Arrays.copyOf(mean, known.size()),
                        Arrays.copyOf(deviations, known.size() * draws),
                        draws,
                        Arrays.copyOf(variance, known.size()),
                        groupVariance,
                        noise);
        next.imagine(row, numbers, mean.length);
        next.step(row, numbers, functions, surprise, rowNoise);
        return next;
    }

    /// How what a row is made of and what another is made of vary together, as far as it is not
    /// known yet; without the ties between effects, which would need all of them at once.
    double shared(Common common, Row row, double[] functions) {
        var sum = 0.0;
        for (var f = 0; f < row.size; f++) {
            sum += common.of(row.key[f]) * row.value[f] * functions[row.basis[f]];
        }
        return sum;
    }

    Common common(Row row, double[] functions) {
        var keys = new LongIndex();
        var values = new double[row.size];
        for (var f = 0; f < row.size; f++) {
            var effect = index.find(row.key[f]);
            var doubt = effect < 0 ? groupVariance[row.group[f]] : doubt(effect);
            values[keys.add(row.key[f])] += doubt * row.value[f] * functions[row.basis[f]];
        }
        return new Common(keys, values);
    }

    private double doubt(int effect) {
        var sum = 0.0;
        for (var d = 0; d < draws; d++) {
            var deviation = deviations[effect * draws + d];
            sum += deviation * deviation / draws;
        }
        return variance[effect] + sum;
    }

    /// The effects of one row, each with its doubt and how often it counts.
    static final class Common {

        private final LongIndex keys;
        private final double[] values;

        private Common(LongIndex keys, double[] values) {
            this.keys = keys;
            this.values = values;
        }

        private double of(long key) {
            var at = keys.find(key);
            return at < 0 ? 0 : values[at];
        }
    }

    /// Gives effects never seen before the variance of their group.
    private void imagine(Row row, int[] numbers, int from) {
        for (var f = 0; f < row.size; f++) {
            if (numbers[f] < from) {
                continue;
            }
            var groupSpread = Math.sqrt(groupVariance[row.group[f]]);
            if (draws == 0) {
                variance[numbers[f]] = (float) groupVariance[row.group[f]];
            }
            var random = new Random(row.key[f]);
            for (var d = 0; d < draws; d++) {
                deviations[numbers[f] * draws + d] = (float) (groupSpread * random.nextGaussian());
            }
        }
    }

    private void step(
            Row row, int[] numbers, double[] functions, double surprise, double rowNoise) {
        var values = new double[row.size];
        var ofRow = new double[draws];
        var doubt = 0.0;
        for (var f = 0; f < row.size; f++) {
            values[f] = row.value[f] * functions[row.basis[f]];
            doubt += values[f] * values[f] * variance[numbers[f]];
            for (var d = 0; d < draws; d++) {
                ofRow[d] += values[f] * deviations[numbers[f] * draws + d];
            }
        }
        for (var deviation : ofRow) {
            doubt += deviation * deviation / draws;
        }
        var total = doubt + rowNoise;
        var shrink = 1 / (1 + Math.sqrt(rowNoise / total));
        for (var f = 0; f < row.size; f++) {
            var gain = together(numbers[f], values[f], ofRow) / total;
            mean[numbers[f]] += gain * surprise;
            variance[numbers[f]] *= (float) Math.max(0, 1 - gain * values[f]);
            for (var d = 0; d < draws; d++) {
                deviations[numbers[f] * draws + d] -= (float) (shrink * gain * ofRow[d]);
            }
        }
    }

    /// How an effect varies together with the prediction of the row.
    private double together(int effect, double value, double[] ofRow) {
        var sum = value * variance[effect];
        for (var d = 0; d < draws; d++) {
            sum += deviations[effect * draws + d] * ofRow[d] / draws;
        }
        return sum;
    }
}
