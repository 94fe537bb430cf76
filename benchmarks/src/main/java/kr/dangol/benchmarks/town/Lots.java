package kr.dangol.benchmarks.town;

import java.nio.charset.StandardCharsets;
import java.util.Random;
import java.util.UUID;
import java.util.random.RandomGenerator;

/// Chance that depends on a seed and a name only: the same thing has the same luck in every telling
/// of a town's story, whatever else happens in it.
record Lots(long seed) {

    RandomGenerator of(String name) {
        var id = UUID.nameUUIDFromBytes((seed + " " + name).getBytes(StandardCharsets.UTF_8));
        return new Random(id.getMostSignificantBits() ^ id.getLeastSignificantBits());
    }

    double gaussian(String name) {
        return of(name).nextGaussian();
    }

    double share(String name) {
        return of(name).nextDouble();
    }

    int below(int bound, String name) {
        return of(name).nextInt(bound);
    }
}
