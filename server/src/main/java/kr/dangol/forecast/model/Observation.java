package kr.dangol.forecast.model;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// One case with what came of it: its responses, NaN where unknown. `store` names the one it
/// belongs to, null when unknown: cases of one store are alike and must not be counted as
/// independent. `weight` says how far its figures can be trusted, 1 for counted ones.
public record Observation(
        Subject subject, List<Double> responses, double weight, @Nullable String store) {

    public Observation {
        responses = List.copyOf(responses);
        if (!(weight > 0)) {
            throw new IllegalArgumentException("weight " + weight);
        }
    }
}
