package kr.dangol.intake.run;

import java.util.UUID;

/// Identifies a run; text on the wire.
public record RunId(UUID value) {

    @Override
    public String toString() {
        return value.toString();
    }
}
