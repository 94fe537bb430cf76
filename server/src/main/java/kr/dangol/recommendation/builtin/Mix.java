package kr.dangol.recommendation.builtin;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import kr.dangol.recommendation.planning.Brief;
import kr.dangol.shared.Slot;

/// The source of variety: everything a brief holds decides what is picked, so the same brief gets
/// the same plans and another one gets others.
final class Mix {

    private final SplittableRandom random;

    private Mix(long seed) {
        random = new SplittableRandom(seed);
    }

    static Mix of(Brief brief, Slot slot) {
        return new Mix(digest(brief, slot));
    }

    private static long digest(Brief brief, Slot slot) {
        var facts =
                String.join(
                        "\u001f",
                        brief.industry().key(),
                        brief.businessType().name(),
                        String.valueOf(brief.region()),
                        brief.purpose().key(),
                        brief.startDate().toString(),
                        String.valueOf(brief.maxBudget()),
                        brief.wish(),
                        brief.avoidTitles().stream().sorted().toList().toString(),
                        slot.key());
        try {
            var hash =
                    MessageDigest.getInstance("SHA-256")
                            .digest(facts.getBytes(StandardCharsets.UTF_8));
            return ByteBuffer.wrap(hash).getLong();
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    double fraction() {
        return random.nextDouble();
    }

    <T> T one(List<T> of) {
        return of.get(random.nextInt(of.size()));
    }

    <T> List<T> shuffled(List<T> of) {
        var list = new ArrayList<>(of);
        for (var i = list.size() - 1; i > 0; i--) {
            var j = random.nextInt(i + 1);
            var kept = list.get(i);
            list.set(i, list.get(j));
            list.set(j, kept);
        }
        return list;
    }
}
