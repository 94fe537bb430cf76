package kr.dangol.recommendation.web;

import io.swagger.v3.oas.annotations.media.Schema;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import kr.dangol.event.CostItemRequest;
import kr.dangol.event.CostItems;
import kr.dangol.event.EventChange.Winners;
import kr.dangol.event.EventPlan;
import kr.dangol.platform.Multiline;
import kr.dangol.recommendation.serving.Choice;
import kr.dangol.shared.KoreanText;
import kr.dangol.shared.Slot;
import kr.dangol.shared.Won;
import org.jspecify.annotations.Nullable;

/// The chosen plan and the owner's edits; what is missing stays as recommended.
record SelectionRequest(
        @Schema(requiredMode = Schema.RequiredMode.REQUIRED, example = "low-online")
                @Nullable String option,
        @Schema(maxLength = EventPlan.LONGEST_TITLE, example = "겨울 새 메뉴, 먼저 드세요")
                @Nullable String title,
        @Schema(maxLength = EventPlan.LONGEST_PRIZE, example = "목살 1인분") @Nullable String prize,
        @Schema(maxLength = EventPlan.LONGEST_PARTICIPATION) @Multiline
                @Nullable String participation,
        @Schema(
                        implementation = Integer.class,
                        minimum = "1",
                        maximum = "1000000",
                        description = "Null: everyone who takes part")
                @Nullable Winners winners,
        @Schema(minimum = "1", maximum = "10000000000", example = "280000") @Nullable Long cost,
        @Schema(description = "Sum to the cost; without a cost they make it")
                @Nullable List<@Nullable CostItemRequest> costItems,
        @Schema(example = "2026-12-20") @Nullable LocalDate startDate,
        @Schema(example = "2026-12-26") @Nullable LocalDate endDate) {

    private static final long MOST_COST = 10_000_000_000L;

    Choice choice() {
        var faults = new Faults();
        var slot = Optional.ofNullable(option).flatMap(Slot::find);
        faults.addIf(option == null, "option", "field.required");
        faults.addIf(option != null && slot.isEmpty(), "option", "field.recommendation.option");
        var titleText = text("title", title, EventPlan.LONGEST_TITLE, faults);
        var prizeText = text("prize", prize, EventPlan.LONGEST_PRIZE, faults);
        var participationText =
                text("participation", participation, EventPlan.LONGEST_PARTICIPATION, faults);
        faults.addIf(
                cost != null && (cost < 1 || cost > MOST_COST),
                "cost",
                "field.recommendation.cost");
        faults.addIf(winners != null && !winners.isPossible(), "winners", "field.event.winners");
        var items = Optional.ofNullable(costItems).flatMap(CostItemRequest::read);
        faults.addIf(
                costItems != null && items.isEmpty(),
                "costItems",
                "field.event.cost-items",
                CostItems.MOST);
        faults.throwIfAny();
        return new Choice(
                slot.orElseThrow(),
                titleText,
                prizeText,
                participationText,
                winners,
                cost == null ? null : Won.of(cost),
                items.orElse(null),
                startDate,
                endDate);
    }

    private static @Nullable String text(
            String field, @Nullable String given, int longest, Faults faults) {
        if (given == null) {
            return null;
        }
        var clean = KoreanText.clean(given);
        faults.addIf(clean.isEmpty(), field, "field.required");
        faults.addIfLonger(field, clean, longest);
        return clean;
    }
}
