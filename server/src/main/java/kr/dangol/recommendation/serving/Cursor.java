package kr.dangol.recommendation.serving;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Base64;
import java.util.UUID;
import kr.dangol.platform.InvalidRequest;
import kr.dangol.platform.Refusal.FieldError;

/// A place in the list of answers; opaque on the wire.
record Cursor(Instant createdAt, UUID id) {

    /// Before the newest.
    static final Cursor START =
            new Cursor(Instant.parse("9999-01-01T00:00:00Z"), new UUID(-1L, -1L));

    String text() {
        var plain = ChronoUnit.MICROS.between(Instant.EPOCH, createdAt) + "_" + id;
        return Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString(plain.getBytes(StandardCharsets.UTF_8));
    }

    static Cursor parse(String text) {
        try {
            var plain = new String(Base64.getUrlDecoder().decode(text), StandardCharsets.UTF_8);
            var gap = plain.indexOf('_');
            return new Cursor(
                    Instant.EPOCH.plus(Long.parseLong(plain.substring(0, gap)), ChronoUnit.MICROS),
                    UUID.fromString(plain.substring(gap + 1)));
        } catch (RuntimeException _) {
            throw new InvalidRequest(FieldError.of("cursor", "field.invalid"));
        }
    }
}
