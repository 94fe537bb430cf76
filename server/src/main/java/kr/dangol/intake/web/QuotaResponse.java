package kr.dangol.intake.web;

import io.swagger.v3.oas.annotations.media.Schema;
import java.time.LocalDate;

/// Calls of a provider in a window of time.
record QuotaResponse(
        @Schema(example = "naver") String source,
        @Schema(allowableValues = {"day", "month", "week"}) String window,
        LocalDate since,
        long used,
        long limit,
        @Schema(description = "The provider said that no more is allowed") boolean exhausted) {}
