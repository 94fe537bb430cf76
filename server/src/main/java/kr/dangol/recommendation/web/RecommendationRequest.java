package kr.dangol.recommendation.web;

import io.swagger.v3.oas.annotations.media.Schema;
import java.time.LocalDate;
import kr.dangol.platform.Multiline;
import kr.dangol.store.StoreId;
import org.jspecify.annotations.Nullable;

/// What an owner asks for. Every component may be missing in what programs send; [OrderReader] says
/// so.
@Schema(description = "`storeId` or `storeInfo`, not both")
record RecommendationRequest(
        @Schema(
                        requiredMode = Schema.RequiredMode.REQUIRED,
                        allowableValues = {"신규고객유치", "재방문유도", "매출증대", "인지도향상"},
                        example = "신규고객유치",
                        description = "With or without spaces")
                @Nullable String eventPurpose,
        @Schema(type = "string", format = "uuid") @Nullable StoreId storeId,
        @Nullable StoreInfo storeInfo,
        @Schema(description = "First day of the event; today where missing", example = "2026-12-20")
                @Nullable LocalDate startDate,
        @Schema(
                        minimum = "60000",
                        maximum = "1000000000",
                        description = "The most that the dearest plan may cost, in won",
                        example = "3000000")
                @Nullable Long maxBudget,
        @Schema(maxLength = OrderReader.LONGEST_WISH, example = "20대 손님이 더 왔으면 좋겠어요") @Multiline
                @Nullable String wish) {

    /// A shop that is not on record.
    record StoreInfo(
            @Schema(
                            allowableValues = {"음식점", "소매점", "서비스", "숙박", "기타"},
                            description = "Derived from `businessType` where missing",
                            example = "음식점")
                    @Nullable String industry,
            @Schema(maxLength = OrderReader.LONGEST_TYPE, example = "고깃집")
                    @Nullable String businessType,
            @Nullable Location location) {}

    /// A place; `district` is null where only the city is known.
    @Schema(name = "RecommendationLocation")
    record Location(
            @Schema(requiredMode = Schema.RequiredMode.REQUIRED, example = "서울")
                    @Nullable String city,
            @Schema(example = "강남구") @Nullable String district) {}

    /// An owner's words stay out of logs.
    @Override
    public String toString() {
        return "RecommendationRequest";
    }
}
