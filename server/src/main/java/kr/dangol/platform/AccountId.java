package kr.dangol.platform;

import java.io.Serializable;
import java.util.UUID;

/// Identifies an account; text on the wire.
public record AccountId(UUID value) implements Serializable {

    public static AccountId of(String text) {
        return new AccountId(UUID.fromString(text));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
