package kr.dangol.intake.web;

import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// How a source stands.
record SourceResponse(
        @Schema(example = "naver") String source,
        String name,
        boolean configured,
        @Schema(description = "The settings that are missing") List<String> missing,
        @Nullable Instant attemptedAt,
        @Nullable Instant succeededAt,
        @Schema(description = "Hours since the last success") @Nullable Long ageHours,
        @Schema(
                        allowableValues = {"fresh", "stale", "dropped", "none"},
                        description =
                                "Stale figures are marked where they are shown, dropped ones no"
                                        + " longer shown")
                String freshness,
        @Nullable String coverage,
        RunResponse.@Nullable ErrorResponse problem) {}
