package kr.dangol.casebook.sample;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.ToIntFunction;

/// Chance with a seed. Uses [StrictMath] only, so that every machine throws the same.
final class SampleDice {

    private final SplittableRandom random;

    SampleDice(long seed) {
        this.random = new SplittableRandom(seed);
    }

    int between(int from, int to) {
        return random.nextInt(from, to + 1);
    }

    double between(double from, double to) {
        return from + random.nextDouble() * (to - from);
    }

    boolean chance(double share) {
        return random.nextDouble() < share;
    }

    <T> T pick(List<T> from) {
        return from.get(random.nextInt(from.size()));
    }

    <T> T pick(List<T> from, ToIntFunction<T> weight) {
        var left = random.nextInt(from.stream().mapToInt(weight).sum());
        for (var each : from) {
            left -= weight.applyAsInt(each);
            if (left < 0) {
                return each;
            }
        }
        throw new IllegalStateException("weights changed while picking");
    }

    <T> List<T> shuffled(List<T> items) {
        var shuffled = new ArrayList<>(items);
        for (var i = shuffled.size() - 1; i > 0; i--) {
            var j = random.nextInt(i + 1);
            var moved = shuffled.get(i);
            shuffled.set(i, shuffled.get(j));
            shuffled.set(j, moved);
        }
        return shuffled;
    }

    /// A factor around 1 whose logarithm is normal with this deviation.
    double lognormal(double deviation) {
        var radius = StrictMath.sqrt(-2 * StrictMath.log(1 - random.nextDouble()));
        return StrictMath.exp(
                deviation * radius * StrictMath.cos(2 * StrictMath.PI * random.nextDouble()));
    }
}
