package kr.dangol.experiment;

import java.util.UUID;

/// Identifies an experiment; text on the wire.
public record ExperimentId(UUID value) {

    public static ExperimentId of(String text) {
        return new ExperimentId(UUID.fromString(text));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
