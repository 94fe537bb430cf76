package kr.dangol.casebook;

import java.util.UUID;

/// Identifies a precedent; text on the wire.
public record PrecedentId(UUID value) {

    public static PrecedentId of(String text) {
        return new PrecedentId(UUID.fromString(text));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
