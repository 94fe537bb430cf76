package kr.dangol.store;

import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import kr.dangol.shared.Region;
import org.jspecify.annotations.Nullable;

/// A store profile as the owner fills it in.
record StoreRequest(
        @Schema(requiredMode = Schema.RequiredMode.REQUIRED, example = "단골고깃집") @Size(max = 50)
                @Nullable String name,
        @Schema(
                        example = "음식점",
                        allowableValues = {"음식점", "소매점", "서비스", "숙박", "기타"},
                        description = "Derived from `businessType` where not given")
                @Size(max = 10)
                @Nullable String industry,
        @Schema(requiredMode = Schema.RequiredMode.REQUIRED, example = "고깃집") @Size(max = 50)
                @Nullable String businessType,
        @Schema(requiredMode = Schema.RequiredMode.REQUIRED, example = "서울 강남구 테헤란로 1")
                @Size(max = 200)
                @Nullable String address,
        @Valid @Schema(description = "The owner's choice where the address fits several regions")
                @Nullable PlaceRequest location,
        @Schema(example = "매일 11:00-22:00") @Size(max = 200) @Nullable String openingHours,
        @Schema(example = "120-81-47521") @Size(max = 12)
                @Nullable String businessRegistrationNumber,
        @Schema(
                        example = "48",
                        description = "Margin of revenue; of the business type where not given")
                @Min(1)
                @Max(100)
                @Nullable Integer marginPercent) {

    /// A place by its names; the district is optional.
    record PlaceRequest(
            @Schema(example = "서울") @NotBlank @Size(max = 20) String city,
            @Schema(example = "중구") @Size(max = 30) @Nullable String district) {

        Region region() {
            return new Region(city, district);
        }
    }

    /// How a shop is only placed, as the document shows it.
    record PlacementRequest(PlaceRequest location) {}

    /// Whether nothing but the location is told: the answer to "which one of these?".
    boolean isLocationOnly() {
        return location != null && name == null && businessType == null && address == null;
    }

    @Override
    public String toString() {
        return "StoreRequest";
    }
}
