package kr.dangol.forecast.model;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/// A fitted model of one response: gives the median with an 80 % interval for any subject.
/// Immutable; learning makes a new one.
public final class ResponseModel {

    /// Up to this many rows a fit is exact: 0.2 s at most.
    private static final int MOST_EXACT = 300;

    /// A single outcome moves a model at most as one this many standard deviations off.
    private static final double MOST_SURPRISE = 3;

    /// How far the level of real cases may be from that of less trustworthy ones, before any is
    /// known: half as much again, or a third less, in two of three worlds.
    private static final double LEVEL_DOUBT = 0.4;

    private static final int LEAST_TO_SETTLE = 60;
    private static final int ROWS_TO_SETTLE = 1_000;
    private static final double CLEARLY = 0.01;

    private final Design design;
    private final ResponseKind kind;
    private final @Nullable ResponseModel before;
    private final double beforeCentre;
    private final Posterior posterior;
    private final Calibration calibration;
    private final double now;

    private ResponseModel(
            Design design,
            ResponseKind kind,
            @Nullable ResponseModel before,
            double beforeCentre,
            Posterior posterior,
            Calibration calibration,
            double now) {
        this.design = design;
        this.kind = kind;
        this.before = before;
        this.beforeCentre = beforeCentre;
        this.posterior = posterior;
        this.calibration = calibration;
        this.now = now;
    }

    /// Fits one model per response. `before` are models of less trustworthy cases, or empty: their
    /// word stands where these observations are silent, and how far it is to be trusted is learned;
    /// while there are none, their level is doubted.
    public static List<ResponseModel> fit(
            Design design,
            List<ResponseKind> kinds,
            List<Observation> observations,
            List<ResponseModel> before) {
        if (observations.isEmpty()) {
            return before.isEmpty()
                    ? kinds.stream().map(kind -> untaught(design, kind)).toList()
                    : before.stream().map(ResponseModel::doubted).toList();
        }
        var shared = before.isEmpty() ? Sample.of(design, observations) : null;
        return IntStream.range(0, kinds.size())
                .parallel()
                .mapToObj(i ->
                        shared == null
                                ? onTop(design, observations, i, before.get(i))
                                : alone(shared, kinds.get(i), i))
                .toList();
    }

    /// Chooses the shift of a response's scale among some by how well unseen cases are foretold on
    /// it. The kind's own stays unless another is clearly better.
    public static ResponseKind settled(
            Design design,
            ResponseKind kind,
            int response,
            double[] shifts,
            List<Observation> observations) {
        var step = Math.max(1, observations.size() / ROWS_TO_SETTLE);
        var some =
                IntStream.range(0, observations.size() / step)
                        .mapToObj(i -> observations.get(i * step))
                        .filter(o -> !Double.isNaN(o.responses().get(response)))
                        .toList();
        if (some.size() < LEAST_TO_SETTLE) {
            return kind;
        }
        var sample = Sample.of(design, some);
        var best = kind;
        var bestScore = foretells(sample, kind, response) + CLEARLY;
        for (var shift : shifts) {
            var other = kind.shifted(shift);
            var score = foretells(sample, other, response);
            if (score > bestScore) {
                best = other;
                bestScore = score;
            }
        }
        return best;
    }

    /// The mean log density of unseen responses under Laplace errors, in the response's own unit so
    /// that scales can be compared.
    private static double foretells(Sample sample, ResponseKind kind, int response) {
        var problem = sample.problem(response, kind.scale(), belief(sample, kind));
        var unseen = SweepSolver.solve(problem).residual();
        var sum = 0.0;
        var distance = 0.0;
        var total = 0.0;
        for (var i = 0; i < unseen.length; i++) {
            if (!Double.isNaN(unseen[i])) {
                var weight = problem.weight()[i];
                var value = sample.observations.get(i).responses().get(response);
                distance += weight * Math.abs(unseen[i]);
                sum += weight * kind.scale().logDerivative(value);
                total += weight;
            }
        }
        return sum / total - Math.log(distance / total);
    }

    private static double[] belief(Sample sample, ResponseKind kind) {
        return sample.observations.stream()
                .mapToDouble(o -> kind.line(o.subject().dose() - sample.design.dose().centre()))
                .toArray();
    }

    private static ResponseModel alone(Sample sample, ResponseKind kind, int response) {
        var problem = sample.problem(response, kind.scale(), belief(sample, kind));
        return fitted(sample, kind, null, 0, problem);
    }

    private static ResponseModel onTop(
            Design design, List<Observation> observations, int response, ResponseModel before) {
        var belief = observations.stream().mapToDouble(o -> before.centre(o.subject())).toArray();
        var centre = Arrays.stream(belief).average().orElse(0);
        var trust = Arrays.stream(belief).map(b -> b - centre).toArray();
        var sample = Sample.withTrust(design, observations, trust);
        return fitted(
                sample,
                before.kind,
                before,
                centre,
                sample.problem(response, before.kind.scale(), belief));
    }

    private static ResponseModel fitted(
            Sample sample,
            ResponseKind kind,
            @Nullable ResponseModel before,
            double beforeCentre,
            Problem problem) {
        var solution =
                problem.rows() <= MOST_EXACT
                        ? ExactSolver.solve(problem)
                        : SweepSolver.solve(problem);
        return new ResponseModel(
                sample.design,
                kind,
                before,
                beforeCentre,
                solution.posterior(),
                calibrate(solution, problem),
                sample.now);
    }

    private ResponseModel doubted() {
        return new ResponseModel(
                design,
                kind,
                before,
                beforeCentre,
                posterior.doubtingLevel(LEVEL_DOUBT * LEVEL_DOUBT),
                calibration,
                now);
    }

    /// The model that has seen nothing: belief and wide intervals.
    public static ResponseModel untaught(Design design, ResponseKind kind) {
        return new ResponseModel(
                design,
                kind,
                null,
                0,
                Posterior.untaught(design, ExactSolver.NOISE_BEFORE),
                Calibration.of(new double[0], new double[0]),
                0);
    }

    private static Calibration calibrate(Solution solution, Problem problem) {
        var sizes = Stores.sizes(problem.store());
        var scores = new double[problem.rows()];
        var weights = new double[problem.rows()];
        for (var i = 0; i < scores.length; i++) {
            var known = problem.weight()[i] > 0 && !Double.isNaN(solution.residual()[i]);
            scores[i] = known ? solution.residual()[i] / Math.sqrt(solution.variance()[i]) : 0;
            weights[i] = known ? 1.0 / sizes[problem.store()[i]] : 0;
        }
        return Calibration.of(scores, weights);
    }

    /// The model after some more observations, learned one by one in microseconds each. Good until
    /// the next fit, which learns variances and intervals anew.
    public ResponseModel taught(List<Observation> observations, int response) {
        var model = this;
        for (var observation : observations) {
            var value = observation.responses().get(response);
            if (!Double.isNaN(value)) {
                model = model.taught(observation, value);
            }
        }
        return model;
    }

    private ResponseModel taught(Observation observation, double value) {
        var subject = observation.subject();
        var row = design.row(subject, now, observation.store());
        if (before != null) {
            row.add(Design.TRUST, 1, Dose.CONSTANT, before.centre(subject) - beforeCentre);
        }
        var functions = design.dose().at(subject.dose());
        var curve = curve(subject);
        var surprise = kind.scale().of(value) - curve.mean(functions);
        var rowNoise = posterior.noise / observation.weight();
        var usual = Math.sqrt(curve.variance(functions) + rowNoise);
        var next =
                posterior.taught(
                        row,
                        functions,
                        Math.clamp(surprise, -MOST_SURPRISE * usual, MOST_SURPRISE * usual),
                        rowNoise);
        var spread = usual * usual + posterior.groupVariance[Design.STORE];
        return new ResponseModel(
                design,
                kind,
                before,
                beforeCentre,
                next,
                calibration.adapted(surprise / Math.sqrt(spread)),
                now);
    }

    /// The median on the scale on which effects add up.
    private double centre(Subject subject) {
        return curve(subject).mean(design.dose().at(subject.dose()));
    }

    public Range predict(Subject subject) {
        var curve = curve(subject);
        var range =
                kind.rising()
                        ? Rising.at(subject.dose(), design.dose(), dose -> range(curve, dose))
                        : range(curve, subject.dose());
        return new Range(back(range.low()), back(range.median()), back(range.high()));
    }

    /// How much each of these cases weighs in the forecast for a subject: by how much the forecast
    /// moves when the case's response moves by one, on the scale on which effects add up. Near
    /// enough to rank them: the ties between effects are left out.
    public double[] weights(Subject subject, List<Observation> cases) {
        var dose = design.dose();
        var common = posterior.common(design.row(subject, now, null), dose.at(subject.dose()));
        var weights = new double[cases.size()];
        for (var i = 0; i < weights.length; i++) {
            var each = cases.get(i);
            var row = design.row(each.subject(), now, null);
            var shared = posterior.shared(common, row, dose.at(each.subject().dose()));
            weights[i] = Math.max(0, shared) * each.weight() / posterior.noise;
        }
        return weights;
    }

    /// The model of less trustworthy cases that this one stands on.
    public Optional<ResponseModel> foundation() {
        return Optional.ofNullable(before);
    }

    /// How far the levels of a factor were found to differ, as a standard deviation.
    public double spreadOfFactor(int place) {
        return Math.sqrt(posterior.groupVariance[design.groupOfFactor(place)]);
    }

    /// How far texts were found to differ, in all that they are made of.
    public double spreadOfText(int place) {
        return Math.sqrt(
                design.groupsOfText(place).mapToDouble(g -> posterior.groupVariance[g]).sum());
    }

    private double back(double value) {
        return Math.max(kind.least(), kind.scale().back(value));
    }

    private Range range(Curve curve, double dose) {
        var functions = design.dose().at(dose);
        var median = curve.mean(functions);
        var doubt = curve.variance(functions);
        var spread = Math.sqrt(posterior.noise + posterior.groupVariance[Design.STORE] + doubt);
        var low = median - calibration.below() * spread;
        var high = median + calibration.above() * spread;
        return new Range(low, kind.rising() ? median : Math.min(high, median + doubt / 3), high);
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
        return before == null
                ? Curve.line(design.dose(), kind.line(0), kind.belief().slope())
                : before.curve(subject);
    }
}
