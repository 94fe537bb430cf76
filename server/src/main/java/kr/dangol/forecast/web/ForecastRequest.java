package kr.dangol.forecast.web;

import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.media.Schema.RequiredMode;
import java.time.LocalDate;
import kr.dangol.platform.Multiline;
import org.jspecify.annotations.Nullable;

/// A planned event as programs describe it. Every component may be missing in what they send;
/// [PlanReader] says so.
record ForecastRequest(
        @Schema(requiredMode = RequiredMode.REQUIRED, example = "음식점") @Nullable String industry,
        @Schema(maxLength = PlanReader.LONGEST_TYPE, example = "고깃집") @Nullable String businessType,
        @Schema(requiredMode = RequiredMode.REQUIRED, nullable = true) @Nullable Location location,
        @Schema(requiredMode = RequiredMode.REQUIRED, example = "신규고객유치") @Nullable String purpose,
        @Schema(requiredMode = RequiredMode.REQUIRED, example = "2026-12-20")
                @Nullable LocalDate date,
        @Schema(
                        requiredMode = RequiredMode.REQUIRED,
                        allowableValues = {"online", "offline"})
                @Nullable String type,
        @Schema(requiredMode = RequiredMode.REQUIRED, minimum = "1", example = "300000")
                @Nullable Long cost,
        @Schema(
                        requiredMode = RequiredMode.REQUIRED,
                        maxLength = PlanReader.LONGEST_PRIZE,
                        example = "아메리카노 쿠폰")
                @Nullable String prize,
        @Schema(
                        requiredMode = RequiredMode.REQUIRED,
                        maxLength = PlanReader.LONGEST_PARTICIPATION,
                        example = "인스타그램 팔로우 후 댓글 남기기")
                @Multiline
                @Nullable String participation,
        @Schema(
                        minimum = "1",
                        maximum = "100",
                        description = "The shop's margin; of the business type where missing")
                @Nullable Integer marginPercent) {

    /// A place; `district` is null where only the city is known.
    record Location(
            @Schema(requiredMode = RequiredMode.REQUIRED, example = "서울") @Nullable String city,
            @Schema(example = "강남구") @Nullable String district) {}
}
