package kr.dangol.store;

import java.util.UUID;

/// Identifies a store; text on the wire.
public record StoreId(UUID value) {

    public static StoreId of(String text) {
        return new StoreId(UUID.fromString(text));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
