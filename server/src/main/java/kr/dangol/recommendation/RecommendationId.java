package kr.dangol.recommendation;

import java.util.UUID;

/// Identifies a recommendation; text on the wire.
public record RecommendationId(UUID value) {

    public static RecommendationId of(String text) {
        return new RecommendationId(UUID.fromString(text));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
