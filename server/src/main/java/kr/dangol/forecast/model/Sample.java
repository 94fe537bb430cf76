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
    private static final double LEAST_SPREAD = 0.2;

    final Design design;
    final List<Observation> observations;
    final double now;
    final int[] store;
    final double[] weight;
    final Columns columns;

    private Sample(
            Design design, List<Observation> observations, double now, double @Nullable [] trust) {
        this.design = design;
        this.observations = observations;
        this.now = now;
        store = Stores.number(observations);
        weight = weights(observations, store);
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

    private static double[] weights(List<Observation> observations, int[] store) {
        var sizes = Stores.sizes(store);
        var weights = new double[store.length];
        for (var i = 0; i < store.length; i++) {
            weights[i] = observations.get(i).weight() * Stores.share(sizes[store[i]]);
        }
        return weights;
    }

    /// One response on the scale on which effects add up, minus what was believed before, as a
    /// problem to solve. A row without this response weighs nothing.
    Problem problem(int response, Scale scale, double[] belief) {
        var values = new double[rows()];
        var weights = weight.clone();
        for (var i = 0; i < values.length; i++) {
            var value = observations.get(i).responses().get(response);
            values[i] = scale.of(value);
            if (Double.isNaN(value)) {
                weights[i] = 0;
            }
        }
        drawIn(values);
        for (var i = 0; i < values.length; i++) {
            values[i] = Double.isNaN(values[i]) ? 0 : values[i] - belief[i];
        }
        return new Problem(design, columns, values, weights, store);
    }

    private static void drawIn(double[] values) {
        var known = Arrays.stream(values).filter(v -> !Double.isNaN(v)).sorted().toArray();
        if (known.length == 0) {
            return;
        }
        var middle = known[known.length / 2];
        var distances = Arrays.stream(known).map(v -> Math.abs(v - middle)).sorted().toArray();
        var spread = Math.max(LEAST_SPREAD, SPREAD_OF_MAD * distances[distances.length / 2]);
        for (var i = 0; i < values.length; i++) {
            if (!Double.isNaN(values[i])) {
                values[i] =
                        Math.clamp(
                                values[i], middle - FARTHEST * spread, middle + FARTHEST * spread);
            }
        }
    }
}
