package kr.dangol.forecast.model;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A fitted model of one response: gives the median with an 80 % interval for any subject.
/// Immutable; learning makes a new one.
public final class ResponseModel {

    /// Responses further than this many robust standard deviations from the median are drawn in.
    private static final double FARTHEST = 6;

    private final Design design;
    private final ResponseKind kind;
    private final Scale scale;
    private final @Nullable ResponseModel before;
    private final double beforeCentre;
    private final Posterior posterior;
    private final Calibration calibration;
    private final double now;

    private ResponseModel(
            Design design,
            ResponseKind kind,
            Scale scale,
            @Nullable ResponseModel before,
            double beforeCentre,
            Posterior posterior,
            Calibration calibration,
            double now) {
        this.design = design;
        this.kind = kind;
        this.scale = scale;
        this.before = before;
        this.beforeCentre = beforeCentre;
        this.posterior = posterior;
        this.calibration = calibration;
        this.now = now;
    }

    /// Fits the observations. `before` is a model of less trustworthy cases whose word stands where
    /// these observations are silent; how far it is to be trusted is learned too.
    public static ResponseModel fit(
            Design design,
            ResponseKind kind,
            List<Observation> observations,
            @Nullable ResponseModel before) {
        if (observations.isEmpty()) {
            return before == null ? untaught(design, kind) : before;
        }
        var scale = before == null ? kind.scale(kind.shifts()[0]) : before.scale;
        var now = observations.stream().mapToDouble(o -> o.subject().time()).max().orElse(0);
        var task = new Task(design, kind, scale, observations, before, now);
        var solution = ExactSolver.solve(task.problem());
        return new ResponseModel(
                design,
                kind,
                scale,
                before,
                task.beforeCentre,
                solution.posterior(),
                calibrate(solution, task.store),
                now);
    }

    /// The model that has seen nothing: belief and wide intervals.
    public static ResponseModel untaught(Design design, ResponseKind kind) {
        return new ResponseModel(
                design,
                kind,
                kind.scale(kind.shifts()[0]),
                null,
                0,
                Posterior.untaught(design, ExactSolver.NOISE_BEFORE),
                Calibration.of(new double[0], new double[0]),
                0);
    }

    private static Calibration calibrate(Solution solution, int[] store) {
        var sizes = Stores.sizes(store);
        var scores = new double[store.length];
        var weights = new double[store.length];
        for (var i = 0; i < scores.length; i++) {
            scores[i] = solution.residual()[i] / Math.sqrt(solution.variance()[i]);
            weights[i] = 1.0 / sizes[store[i]];
        }
        return Calibration.of(scores, weights);
    }

    public Range predict(Subject subject) {
        var curve = curve(subject);
        var range =
                kind.rising()
                        ? Rising.at(subject.dose(), design.dose(), dose -> range(curve, dose))
                        : range(curve, subject.dose());
        return new Range(back(range.low()), back(range.median()), back(range.high()));
    }

    private double back(double value) {
        return Math.max(kind.least(), scale.back(value));
    }

    private Range range(Curve curve, double dose) {
        var functions = design.dose().at(dose);
        var median = curve.mean(functions);
        var spread =
                Math.sqrt(
                        posterior.noise
                                + posterior.groupVariance[Design.STORE]
                                + curve.variance(functions));
        return new Range(
                median - calibration.below() * spread,
                median,
                median + calibration.above() * spread);
    }

    private Curve curve(Subject subject) {
        var row = design.row(subject, now, null);
        return Curve.of(
                posterior,
                design.dose(),
                row,
                curveBefore(design, kind, before, subject),
                beforeCentre);
    }

    private static Curve curveBefore(
            Design design, ResponseKind kind, @Nullable ResponseModel before, Subject subject) {
        var belief = kind.belief();
        return before == null
                ? Curve.line(design.dose(), belief.level(), belief.slope())
                : before.curve(subject);
    }

    /// Observations turned into numbers.
    private static final class Task {

        private final Design design;
        private final Columns columns;
        private final double[] response;
        private final double[] weight;
        private final int[] store;
        private final double beforeCentre;

        Task(
                Design design,
                ResponseKind kind,
                Scale scale,
                List<Observation> observations,
                @Nullable ResponseModel before,
                double now) {
            this.design = design;
            var n = observations.size();
            store = Stores.number(observations);
            response = new double[n];
            weight = weights(observations, store);
            var rows = new ArrayList<Row>(n);
            var doses = new double[n];
            var beliefs = new double[n];
            for (var i = 0; i < n; i++) {
                var subject = observations.get(i).subject();
                doses[i] = subject.dose();
                beliefs[i] =
                        curveBefore(design, kind, before, subject)
                                .mean(design.dose().at(subject.dose()));
                response[i] = scale.of(observations.get(i).response());
                rows.add(design.row(subject, now, observations.get(i).store()));
            }
            drawIn(response);
            beforeCentre = Arrays.stream(beliefs).average().orElse(0);
            for (var i = 0; i < n; i++) {
                response[i] -= beliefs[i];
                if (before != null) {
                    rows.get(i).add(Design.TRUST, 1, Dose.CONSTANT, beliefs[i] - beforeCentre);
                }
            }
            columns = new Columns(rows, doses, design.dose());
        }

        Problem problem() {
            return new Problem(design, columns, response, weight, store);
        }

        private static double[] weights(List<Observation> observations, int[] store) {
            var sizes = Stores.sizes(store);
            var weights = new double[store.length];
            for (var i = 0; i < store.length; i++) {
                weights[i] = observations.get(i).weight() * Stores.share(sizes[store[i]]);
            }
            return weights;
        }

        private static void drawIn(double[] values) {
            if (values.length == 0) {
                return;
            }
            var middle = median(values);
            var distances = Arrays.stream(values).map(v -> Math.abs(v - middle)).toArray();
            var farthest = FARTHEST * Math.max(0.2, 1.4826 * median(distances));
            for (var i = 0; i < values.length; i++) {
                values[i] = Math.clamp(values[i], middle - farthest, middle + farthest);
            }
        }

        private static double median(double[] values) {
            var sorted = values.clone();
            Arrays.sort(sorted);
            return sorted[sorted.length / 2];
        }
    }
}
