package kr.dangol.casebook;

import java.nio.charset.StandardCharsets;
import java.util.UUID;
import kr.dangol.event.StoreEventId;

/// Identifies a precedent; text on the wire.
public record PrecedentId(UUID value) {

    public static PrecedentId of(String text) {
        return new PrecedentId(UUID.fromString(text));
    }

    /// The precedent that an owner's event becomes when its outcome is told.
    public static PrecedentId of(StoreEventId event) {
        return new PrecedentId(
                UUID.nameUUIDFromBytes(("event " + event).getBytes(StandardCharsets.UTF_8)));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
