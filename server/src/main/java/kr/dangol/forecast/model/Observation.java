package kr.dangol.forecast.model;

import org.jspecify.annotations.Nullable;

/// One case with what came of it. `store` names the one it belongs to, null when unknown: cases of
/// one store are alike and must not be counted as independent. `weight` says how far its figures
/// can be trusted, 1 for a counted one.
public record Observation(Subject subject, double response, double weight, @Nullable String store) {

    public Observation {
        if (!(weight > 0)) {
            throw new IllegalArgumentException("weight " + weight);
        }
    }
}
