package kr.dangol.forecast.model;

import java.util.Arrays;
import java.util.Random;
import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.factory.LinearSolverFactory_DDRM;

/// Solves a hierarchical linear model exactly in the space of its rows, with the variance of each
/// group of effects learned by MacKay's fixed point on the marginal likelihood, and rows that the
/// others contradict weighed down as under Student's t. Cubic in the rows: for some hundred of
/// them.
final class ExactSolver {

    private static final int ROUNDS = 12;
    private static final int DRAWS = 48;
    private static final double NOTHING = 1e-9;
    static final double NOISE_BEFORE = 0.4 * 0.4;
    private static final double NOISE_STRENGTH = 4;

    private final Problem problem;
    private final int n;
    private final Columns columns;
    private final double[] groupVariance;
    private final double[] weight;
    private final DMatrixRMaj covariance;
    private final DMatrixRMaj inverse;
    private final double[] dual;
    private double noise = NOISE_BEFORE;

    private ExactSolver(Problem problem) {
        this.problem = problem;
        n = problem.rows();
        columns = problem.columns();
        weight = Arrays.stream(problem.weight()).map(w -> Math.max(w, NOTHING)).toArray();
        groupVariance = problem.design().groups().stream().mapToDouble(Group::variance).toArray();
        covariance = new DMatrixRMaj(n, n);
        inverse = new DMatrixRMaj(n, n);
        dual = new double[n];
    }

    static Solution solve(Problem problem) {
        var solver = new ExactSolver(problem);
        solver.factor();
        for (var round = 1; round < ROUNDS; round++) {
            solver.learnVariances();
            if (round > 2) {
                solver.weighDownStrays();
            }
            solver.factor();
        }
        return solver.solution();
    }

    private void factor() {
        covariance.zero();
        for (var c = 0; c < columns.size(); c++) {
            addOuterProduct(c, groupVariance[columns.group[c]]);
        }
        for (var i = 0; i < n; i++) {
            covariance.data[i * n + i] += noise / weight[i];
            for (var j = 0; j < i; j++) {
                covariance.data[j * n + i] = covariance.data[i * n + j];
            }
        }
        var solver = LinearSolverFactory_DDRM.symmPosDef(n);
        if (!solver.setA(covariance)) {
            throw new ArithmeticException("covariance of " + n + " rows is not positive");
        }
        solver.invert(inverse);
        multiply(inverse, problem.response(), dual);
    }

    private void addOuterProduct(int column, double variance) {
        for (var a = columns.start[column]; a < columns.start[column + 1]; a++) {
            var scaled = variance * columns.value[a];
            var base = columns.row[a] * n;
            for (var b = columns.start[column]; b <= a; b++) {
                covariance.data[base + columns.row[b]] += scaled * columns.value[b];
            }
        }
    }

    private void multiply(DMatrixRMaj matrix, double[] vector, double[] into) {
        for (var i = 0; i < n; i++) {
            var sum = 0.0;
            for (var j = 0; j < n; j++) {
                sum += matrix.data[i * n + j] * vector[j];
            }
            into[i] = sum;
        }
    }

    private void learnVariances() {
        var groups = problem.design().groups();
        var explained = new double[groups.size()];
        var determined = new double[groups.size()];
        for (var c = 0; c < columns.size(); c++) {
            var group = columns.group[c];
            if (groups.get(group).learns()) {
                var projection = project(c, dual);
                explained[group] += projection * projection;
                determined[group] += quadratic(c);
            }
        }
        for (var g = 0; g < explained.length; g++) {
            groupVariance[g] =
                    updated(groups.get(g), groupVariance[g], explained[g], determined[g]);
        }
        learnNoise();
    }

    /// MacKay's update: the squares of the effects over the number of them that the data determine,
    /// both joined by what was expected before.
    private static double updated(Group group, double now, double explained, double determined) {
        if (!group.learns()) {
            return now;
        }
        var squares = now * now * explained + group.strength() * group.variance();
        return squares / (now * determined + group.strength());
    }

    private void learnNoise() {
        var squares = NOISE_STRENGTH * NOISE_BEFORE;
        var free = NOISE_STRENGTH;
        for (var i = 0; i < n; i++) {
            var own = noise / weight[i];
            squares += weight[i] * own * own * dual[i] * dual[i];
            free += problem.count()[i] * own * inverse.data[i * n + i];
        }
        noise = squares / free;
    }

    private double project(int column, double[] vector) {
        var sum = 0.0;
        for (var a = columns.start[column]; a < columns.start[column + 1]; a++) {
            sum += columns.value[a] * vector[columns.row[a]];
        }
        return sum;
    }

    private double quadratic(int column) {
        var sum = 0.0;
        for (var a = columns.start[column]; a < columns.start[column + 1]; a++) {
            var base = columns.row[a] * n;
            var inner = 0.5 * inverse.data[base + columns.row[a]] * columns.value[a];
            for (var b = columns.start[column]; b < a; b++) {
                inner += inverse.data[base + columns.row[b]] * columns.value[b];
            }
            sum += 2 * inner * columns.value[a];
        }
        return sum;
    }

    private void weighDownStrays() {
        var withoutStore = leftBesideStores();
        for (var i = 0; i < n; i++) {
            var surprise = dual[i] * dual[i] / inverse.data[i * n + i];
            weight[i] =
                    Math.max(problem.weight()[i], NOTHING)
                            * (Stores.FREEDOM + 1)
                            / (Stores.FREEDOM + surprise);
        }
        Stores.weighDown(problem.store(), withoutStore, weight, noise, groupVariance[Design.STORE]);
    }

    /// What all effects but the stores' own leave of each response.
    private double[] leftBesideStores() {
        var ofStore = new double[n];
        for (var i = 0; i < n; i++) {
            ofStore[problem.store()[i]] += groupVariance[Design.STORE] * dual[i];
        }
        var left = new double[n];
        for (var i = 0; i < n; i++) {
            left[i] = noise / weight[i] * dual[i] + ofStore[problem.store()[i]];
        }
        return left;
    }

    private Solution solution() {
        var mean = new double[columns.size()];
        for (var c = 0; c < mean.length; c++) {
            mean[c] = groupVariance[columns.group[c]] * project(c, dual);
        }
        var posterior =
                Posterior.withDraws(columns.index, mean, deviations(), DRAWS, groupVariance, noise);
        var residual = new double[n];
        var variance = new double[n];
        leaveStoresOut(residual, variance);
        return new Solution(posterior, residual, variance);
    }

    /// Draws from the posterior by Matheron's rule: a draw from the prior, corrected by what the
    /// data would have taught about it.
    private float[] deviations() {
        var random = new Random(n);
        var deviations = new float[columns.size() * DRAWS];
        var prior = new double[columns.size()];
        var seen = new double[n];
        var corrected = new double[n];
        for (var d = 0; d < DRAWS; d++) {
            for (var i = 0; i < n; i++) {
                seen[i] = Math.sqrt(noise / weight[i]) * random.nextGaussian();
            }
            for (var c = 0; c < prior.length; c++) {
                prior[c] = Math.sqrt(groupVariance[columns.group[c]]) * random.nextGaussian();
                for (var a = columns.start[c]; a < columns.start[c + 1]; a++) {
                    seen[columns.row[a]] += prior[c] * columns.value[a];
                }
            }
            multiply(inverse, seen, corrected);
            for (var c = 0; c < prior.length; c++) {
                var learned = groupVariance[columns.group[c]] * project(c, corrected);
                deviations[c * DRAWS + d] = (float) (prior[c] - learned);
            }
        }
        return deviations;
    }

    private void leaveStoresOut(double[] residual, double[] variance) {
        for (var rows : Stores.rowsByStore(problem.store())) {
            var block = new DMatrixRMaj(rows.length, rows.length);
            for (var a = 0; a < rows.length; a++) {
                for (var b = 0; b < rows.length; b++) {
                    block.set(a, b, inverse.data[rows[a] * n + rows[b]]);
                }
            }
            var without = new DMatrixRMaj(rows.length, rows.length);
            var solver = LinearSolverFactory_DDRM.symmPosDef(rows.length);
            if (!solver.setA(block)) {
                throw new ArithmeticException("store of " + rows.length + " rows");
            }
            solver.invert(without);
            for (var a = 0; a < rows.length; a++) {
                var sum = 0.0;
                for (var b = 0; b < rows.length; b++) {
                    sum += without.get(a, b) * dual[rows[b]];
                }
                residual[rows[a]] = sum;
                variance[rows[a]] = without.get(a, a) + noise - noise / weight[rows[a]];
            }
        }
    }
}
