package kr.dangol.forecast.model;

import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Observations turned into numbers, shared by the fits of all responses: at a hundred thousand
/// cases the features are what fills the memory.
final class Sample {

    /// Responses further than this many robust standard deviations from the median are drawn in.
    private static final double FARTHEST = 5;

    private static final double SPREAD_OF_MAD = 1.4826;
    private static final double HALF_LIFE_YEARS = 5;
    private static final double LEAST_SPREAD = 0.2;

    final Design design;
    final List<Observation> observations;
    final double now;
    final int[] store;
    final double[] share;
    final Columns columns;

    private Sample(
            Design design, List<Observation> observations, double now, double @Nullable [] trust) {
        this.design = design;
        this.observations = observations;
        this.now = now;
        store = Stores.number(observations);
        share = Stores.shares(observations, store);
        var doses = observations.stream().mapToDouble(o -> o.subject().dose()).toArray();
        columns = new Columns(observations.size(), i -> row(i, trust), doses, design.dose());
    }

    static Sample of(Design design, List<Observation> observations) {
        return new Sample(design, observations, newest(observations), null);
    }

    /// The same with a column for how far an earlier belief can be trusted.
    static Sample withTrust(Design design, List<Observation> observations, double[] trust) {
        return new Sample(design, observations, newest(observations), trust);
    }

    private static double newest(List<Observation> observations) {
        return observations.stream()
                .map(Observation::subject)
                .filter(Subject::isTimed)
                .mapToDouble(Subject::time)
                .max()
                .orElse(0);
    }

    private Row row(int number, double @Nullable [] trust) {
        var observation = observations.get(number);
        var row = design.row(observation.subject(), now, observation.store());
        if (trust != null) {
            row.add(Design.TRUST, 1, Dose.CONSTANT, trust[number]);
        }
        return row;
    }

    int rows() {
        return observations.size();
    }

    /// One response on the scale on which effects add up, minus what was believed before, as a
    /// problem to solve. A row without this response weighs nothing.
    Problem problem(int response, Scale scale, double[] belief) {
        var values = new double[rows()];
        var weights = new double[rows()];
        var counts = new double[rows()];
        for (var i = 0; i < values.length; i++) {
            var value = observations.get(i).responses().get(response);
            values[i] = Double.isNaN(value) ? belief[i] : scale.of(value);
            counts[i] = Double.isNaN(value) ? 0 : share[i];
            weights[i] = counts[i] * observations.get(i).weight() * freshness(i);
        }
        drawIn(values, weights);
        for (var i = 0; i < values.length; i++) {
            values[i] -= belief[i];
        }
        return new Problem(design, columns, values, weights, counts, store);
    }

    /// What changed is modelled as a trend and steps; what changed in ways nobody modelled makes
    /// old cases say less: half as much after [#HALF_LIFE_YEARS].
    private double freshness(int row) {
        var subject = observations.get(row).subject();
        var age = subject.isTimed() ? Math.max(0, now - subject.time()) : 0;
        return HALF_LIFE_YEARS / (HALF_LIFE_YEARS + age);
    }

    /// Cases count by their weight here too, or copies would move the middle itself.
    private static void drawIn(double[] values, double[] weights) {
        var middle = Weighted.quantile(values, weights, 0.5);
        var distances = Arrays.stream(values).map(v -> Math.abs(v - middle)).toArray();
        var typical = Weighted.quantile(distances, weights, 0.5);
        var farthest = FARTHEST * Math.max(LEAST_SPREAD, SPREAD_OF_MAD * typical);
        for (var i = 0; i < values.length; i++) {
            values[i] = Math.clamp(values[i], middle - farthest, middle + farthest);
        }
    }
}
