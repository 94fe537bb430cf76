package kr.dangol.forecast.model;

import java.util.Arrays;

/// Solves the same model as [ExactSolver] for many rows: effects one after the other, each given
/// all others, over and over (mean-field variational Bayes, which is Gauss-Seidel for the means).
/// Each sweep is linear in the number of features of all rows.
final class SweepSolver {

    private static final int MOST_SWEEPS = 30;
    private static final int FOLD_SWEEPS = 10;
    private static final double STILL = 3e-6;
    private static final int WARM_UP = 3;
    private static final double NOISE_STRENGTH = 4;

    /// Rows times folds stay below this: at few rows every row is predicted unseen, at many a share
    /// of them tells as much.
    private static final int ROWS_PREDICTED = 12_000;

    private static final int MOST_FOLDS = 8;

    private final Problem problem;
    private final Columns columns;
    private final int n;
    private final double[] weight;
    private final double[] residual;
    private final double[] mean;
    private final float[] variance;
    private final double[] groupVariance;
    private double noise = ExactSolver.NOISE_BEFORE;

    private SweepSolver(Problem problem, double[] weight) {
        this.problem = problem;
        columns = problem.columns();
        n = problem.rows();
        this.weight = weight;
        residual = problem.response().clone();
        mean = new double[columns.size()];
        variance = new float[columns.size()];
        groupVariance = problem.design().groups().stream().mapToDouble(Group::variance).toArray();
    }

    static Solution solve(Problem problem) {
        var folds = Math.clamp(ROWS_PREDICTED / problem.rows(), 1, MOST_FOLDS);
        var parts = folds == 1 ? MOST_FOLDS : folds;
        var unseen = new double[problem.rows()];
        var spread = new double[problem.rows()];
        Arrays.fill(unseen, Double.NaN);
        var whole = new SweepSolver(problem, problem.weight().clone());
        whole.learn();
        for (var fold = 0; fold < folds; fold++) {
            whole.predictWithout(fold, parts, unseen, spread);
        }
        return new Solution(whole.posterior(), unseen, spread);
    }

    private void learn() {
        for (var sweep = 0; sweep < MOST_SWEEPS; sweep++) {
            var moved = sweep();
            if (sweep >= 1) {
                learnVariances();
            }
            if (sweep >= WARM_UP) {
                weighDownStrays();
                if (moved < STILL * noise) {
                    return;
                }
            }
        }
    }

    /// One pass over all effects; returns the mean square by which predictions moved.
    private double sweep() {
        var moved = 0.0;
        for (var c = 0; c < mean.length; c++) {
            var slope = 0.0;
            var curvature = 0.0;
            for (var a = columns.start[c]; a < columns.start[c + 1]; a++) {
                var r = columns.row[a];
                double x = columns.value[a];
                var wx = weight[r] * x;
                slope += wx * residual[r];
                curvature += wx * x;
            }
            var ridge = noise / Math.max(1e-12, groupVariance[columns.group[c]]);
            var change = (slope - ridge * mean[c]) / (curvature + ridge);
            variance[c] = (float) (noise / (curvature + ridge));
            if (change != 0) {
                mean[c] += change;
                moved += curvature * change * change;
                for (var a = columns.start[c]; a < columns.start[c + 1]; a++) {
                    residual[columns.row[a]] -= change * columns.value[a];
                }
            }
        }
        return moved / n;
    }

    private void learnVariances() {
        var groups = problem.design().groups();
        var squares = new double[groups.size()];
        var determined = new double[groups.size()];
        var unexplained = 0.0;
        for (var c = 0; c < mean.length; c++) {
            var group = columns.group[c];
            var share = 1 - variance[c] / groupVariance[group];
            squares[group] += mean[c] * mean[c];
            determined[group] += share;
            unexplained += share;
        }
        for (var g = 0; g < squares.length; g++) {
            var group = groups.get(g);
            if (group.learns()) {
                groupVariance[g] =
                        (squares[g] + group.strength() * group.variance())
                                / (determined[g] + group.strength());
            }
        }
        learnNoise(unexplained);
    }

    /// The expected squared residual: that of the means, and what the effects' doubt adds, which is
    /// one noise variance for each effect determined.
    private void learnNoise(double determined) {
        var squares = NOISE_STRENGTH * ExactSolver.NOISE_BEFORE;
        var rows = NOISE_STRENGTH;
        for (var i = 0; i < n; i++) {
            squares += weight[i] * residual[i] * residual[i];
            rows += problem.count()[i];
        }
        noise = (squares + Math.min(determined, rows / 2) * noise) / rows;
    }

    private void weighDownStrays() {
        for (var i = 0; i < n; i++) {
            var prior = problem.weight()[i];
            if (prior > 0) {
                var surprise = prior * residual[i] * residual[i] / noise;
                weight[i] = prior * (Stores.FREEDOM + 1) / (Stores.FREEDOM + surprise);
            }
        }
        Stores.weighDown(
                problem.store(), leftBesideStores(), weight, noise, groupVariance[Design.STORE]);
    }

    /// What all effects but the stores' own leave of each response.
    private double[] leftBesideStores() {
        var left = residual.clone();
        for (var c = 0; c < mean.length; c++) {
            if (columns.group[c] == Design.STORE) {
                for (var a = columns.start[c]; a < columns.start[c + 1]; a++) {
                    left[columns.row[a]] += mean[c] * columns.value[a];
                }
            }
        }
        return left;
    }

    /// Fits without the stores of one fold, keeping what was learned of the variances, and predicts
    /// them.
    private void predictWithout(int fold, int parts, double[] unseen, double[] spread) {
        var kept = weight.clone();
        for (var i = 0; i < n; i++) {
            if (isIn(fold, parts, i)) {
                kept[i] = 0;
            }
        }
        var part = new SweepSolver(problem, kept);
        System.arraycopy(groupVariance, 0, part.groupVariance, 0, groupVariance.length);
        part.noise = noise;
        for (var sweep = 0; sweep < FOLD_SWEEPS; sweep++) {
            part.sweep();
        }
        var doubt = part.doubt();
        for (var i = 0; i < n; i++) {
            if (isIn(fold, parts, i)) {
                unseen[i] = part.residual[i];
                spread[i] = noise + groupVariance[Design.STORE] + doubt[i];
            }
        }
    }

    private boolean isIn(int fold, int parts, int row) {
        return Math.floorMod(Hash.mix(problem.store()[row]), parts) == fold;
    }

    /// What is not known of the effects, store by store left aside: the store to predict is new.
    private double[] doubt() {
        var doubt = new double[n];
        for (var c = 0; c < mean.length; c++) {
            if (columns.group[c] == Design.STORE) {
                continue;
            }
            for (var a = columns.start[c]; a < columns.start[c + 1]; a++) {
                doubt[columns.row[a]] += variance[c] * columns.value[a] * columns.value[a];
            }
        }
        return doubt;
    }

    private Posterior posterior() {
        return Posterior.withVariances(columns.index, mean, variance, groupVariance, noise);
    }
}
