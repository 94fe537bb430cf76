package kr.dangol.benchmarks.experiments;

import java.util.SplittableRandom;

/// What one shop did in its window: some answers, some of them chosen. Shops differ far more than
/// answers of one shop do, as real ones would: a few choose nearly always and most hardly ever.
record SimulatedShop(int answers, int chosen) {

    /// Two pseudo-answers' worth of agreement within a shop.
    private static final double CONCENTRATION = 2;

    private static final int MOST_ANSWERS = 5;

    static SimulatedShop drawn(double meanShare, SplittableRandom random) {
        var inclination = beta(meanShare * CONCENTRATION, (1 - meanShare) * CONCENTRATION, random);
        var answers = 1 + random.nextInt(MOST_ANSWERS);
        var chosen = 0;
        for (var i = 0; i < answers; i++) {
            chosen += random.nextDouble() < inclination ? 1 : 0;
        }
        return new SimulatedShop(answers, chosen);
    }

    double share() {
        return (double) chosen / answers;
    }

    /// Jöhnk's method.
    private static double beta(double a, double b, SplittableRandom random) {
        while (true) {
            var x = Math.pow(random.nextDouble(), 1 / a);
            var y = Math.pow(random.nextDouble(), 1 / b);
            if (x + y <= 1 && x + y > 0) {
                return x / (x + y);
            }
        }
    }
}
