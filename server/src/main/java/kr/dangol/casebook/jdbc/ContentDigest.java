package kr.dangol.casebook.jdbc;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.regex.Pattern;
import kr.dangol.casebook.Origin;
import kr.dangol.casebook.Precedent;
import kr.dangol.shared.KoreanText;
import org.jspecify.annotations.Nullable;

/// Names content by what it says: letters and digits of the words, and every figure. Our own
/// owners' events are named by their id, because an event is itself and nobody's duplicate.
final class ContentDigest {

    private static final char SEPARATOR = '\u001f';

    private static final Pattern NO_DIGIT = Pattern.compile("\\D+");

    private ContentDigest() {}

    static UUID ofContent(Precedent precedent) {
        if (precedent.origin() == Origin.OWN) {
            return of(List.of("own", precedent.id()));
        }
        var parts = new ArrayList<@Nullable Object>(figures(precedent));
        parts.add(KoreanText.key(precedent.title()));
        parts.add(KoreanText.key(precedent.prize()));
        parts.add(KoreanText.key(precedent.participation()));
        return of(parts);
    }

    /// Numbers in the wording count as figures: "10% 할인" is not a misspelt "20% 할인".
    static UUID ofFigures(Precedent precedent) {
        var parts = new ArrayList<@Nullable Object>(figures(precedent));
        var wording = precedent.title() + " " + precedent.prize() + " " + precedent.participation();
        parts.add(NO_DIGIT.matcher(wording).replaceAll(" ").strip());
        return of(parts);
    }

    /// Nothing but its words and its place tells it from others.
    static boolean isBare(Precedent precedent) {
        return precedent.date() == null
                && precedent.storeKey() == null
                && precedent.participants() == null
                && precedent.roi() == null;
    }

    private static List<@Nullable Object> figures(Precedent precedent) {
        var parts = new ArrayList<@Nullable Object>();
        parts.add(precedent.industry());
        parts.add(precedent.businessType().name());
        parts.add(precedent.region());
        parts.add(precedent.date());
        parts.add(precedent.purpose());
        parts.add(precedent.channel());
        parts.add(precedent.cost());
        parts.add(precedent.participants());
        parts.add(precedent.roi());
        parts.add(precedent.storeKey());
        return parts;
    }

    private static UUID of(List<? extends @Nullable Object> parts) {
        try {
            var digest = MessageDigest.getInstance("SHA-256");
            for (var part : parts) {
                digest.update(String.valueOf(part).getBytes(StandardCharsets.UTF_8));
                digest.update((byte) SEPARATOR);
            }
            var bytes = ByteBuffer.wrap(digest.digest());
            return new UUID(bytes.getLong(), bytes.getLong());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
