package kr.dangol.experiment.statistics;

import java.util.OptionalDouble;
import java.util.SplittableRandom;

/// The smallest difference that an experiment of a given size would probably find, told before it
/// starts. Found by playing the very rule that will decide, many times on drawn units.
public final class DetectableEffect {

    private static final int GAMES = 400;
    private static final int STEPS = 12;
    private static final long SEED = 20_261_122;

    private DetectableEffect() {}

    /// The smallest rise above `base` that is found in `power` of all experiments with so many
    /// pairs; empty when even the largest possible one would be missed too often. Units are taken
    /// as yes or no, the widest spread there is.
    ///
    /// @param base the control's mean in [0, 1]
    public static OptionalDouble of(int pairs, double base, double alpha, double power) {
        var room = Math.max(base, 1 - base);
        // A fall from a high base is as hard to find as a rise from a low one.
        var low = Math.min(base, 1 - base);
        if (pairs == 0 || power(pairs, low, room, alpha) < power) {
            return OptionalDouble.empty();
        }
        var missed = 0.0;
        var found = room;
        for (var i = 0; i < STEPS; i++) {
            var middle = (missed + found) / 2;
            if (power(pairs, low, middle, alpha) < power) {
                missed = middle;
            } else {
                found = middle;
            }
        }
        return OptionalDouble.of(found);
    }

    private static double power(int pairs, double base, double effect, double alpha) {
        // The same draws for every effect, so that the share grows with it.
        var random = new SplittableRandom(SEED);
        var found = 0;
        for (var game = 0; game < GAMES; game++) {
            found += isFound(pairs, base, effect, alpha, random.split()) ? 1 : 0;
        }
        return (double) found / GAMES;
    }

    private static boolean isFound(
            int pairs, double base, double effect, double alpha, SplittableRandom random) {
        var bets = new PairedBets();
        for (var i = 0; i < pairs && bets.evidence() < 1 / alpha; i++) {
            var control = random.nextDouble() < base ? 1 : 0;
            var challenger = random.nextDouble() < base + effect ? 1 : 0;
            bets.add(challenger - control);
        }
        return bets.evidence() >= 1 / alpha;
    }
}
