package kr.dangol.benchmarks.experiments;

/// The textbook's z-test of two means, from running sums. `PER_SHOP` takes a shop's share as one
/// value; `PER_ANSWER` takes every answer as independent of the others, as dashboards often do.
final class Rival {

    enum Unit {
        PER_SHOP,
        PER_ANSWER
    }

    private static final double CRITICAL = 1.959964;

    private final Unit unit;
    private final double[] n = new double[2];
    private final double[] sum = new double[2];
    private final double[] squares = new double[2];

    Rival(Unit unit) {
        this.unit = unit;
    }

    void add(int arm, SimulatedShop shop) {
        if (unit == Unit.PER_SHOP) {
            n[arm]++;
            sum[arm] += shop.share();
            squares[arm] += shop.share() * shop.share();
        } else {
            n[arm] += shop.answers();
            sum[arm] += shop.chosen();
            squares[arm] += shop.chosen();
        }
    }

    boolean isSignificant() {
        if (n[0] < 10 || n[1] < 10) {
            return false;
        }
        var error = Math.sqrt(variance(0) / n[0] + variance(1) / n[1]);
        return error > 0 && Math.abs(sum[1] / n[1] - sum[0] / n[0]) / error > CRITICAL;
    }

    private double variance(int arm) {
        var mean = sum[arm] / n[arm];
        return Math.max(0, squares[arm] / n[arm] - mean * mean) * n[arm] / (n[arm] - 1);
    }
}
