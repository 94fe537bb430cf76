package kr.dangol.event;

import java.util.UUID;

/// Identifies an owner's event; text on the wire.
public record StoreEventId(UUID value) {

    public static StoreEventId of(String text) {
        return new StoreEventId(UUID.fromString(text));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
