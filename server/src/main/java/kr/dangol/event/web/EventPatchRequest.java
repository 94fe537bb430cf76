package kr.dangol.event.web;

import static kr.dangol.event.EventPlan.LONGEST_PARTICIPATION;
import static kr.dangol.event.EventPlan.LONGEST_PRIZE;
import static kr.dangol.event.EventPlan.LONGEST_TITLE;

import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import kr.dangol.event.CostItemRequest;
import kr.dangol.event.CostItems;
import kr.dangol.event.EventChange;
import kr.dangol.event.EventChange.Winners;
import kr.dangol.event.Events.Move;
import kr.dangol.platform.InvalidRequest;
import kr.dangol.platform.Multiline;
import kr.dangol.platform.Refusal.FieldError;
import kr.dangol.shared.Won;
import org.jspecify.annotations.Nullable;

/// An owner's own edits; what is missing stays as it is. `winners: null` means that everyone who
/// takes part gets the prize.
record EventPatchRequest(
        @Schema(example = "겨울 새 메뉴, 먼저 드세요") @Size(max = LONGEST_TITLE) @Nullable String title,
        @Schema(example = "목살 1인분") @Size(max = LONGEST_PRIZE) @Nullable String prize,
        @Multiline @Size(max = LONGEST_PARTICIPATION) @Nullable String participation,
        @Schema(implementation = Integer.class, minimum = "1", maximum = "1000000")
                @Nullable Winners winners,
        @Schema(example = "280000") @Min(1) @Max(10_000_000_000L) @Nullable Long cost,
        @Schema(description = "Sum to the cost; without a cost they make it")
                @Nullable List<@Nullable CostItemRequest> costItems,
        @Schema(example = "2026-12-20") @Nullable LocalDate startDate,
        @Schema(example = "2026-12-26") @Nullable LocalDate endDate,
        @Schema(allowableValues = {"running", "cancelled"}) @Nullable String status) {

    EventChange change() {
        var fields = new Fields();
        var items = Optional.ofNullable(costItems).flatMap(CostItemRequest::read);
        var wanted =
                new EventChange(
                        fields.text("title", title),
                        fields.text("prize", prize),
                        fields.text("participation", participation),
                        winners,
                        cost == null ? null : Won.of(cost),
                        items.orElse(null),
                        startDate,
                        endDate);
        fields.refuseIf(winners != null && !winners.isPossible(), "winners", "field.event.winners");
        fields.refuseIf(
                costItems != null && items.isEmpty(),
                "costItems",
                "field.event.cost-items",
                CostItems.MOST);
        fields.throwIfWrong();
        return wanted;
    }

    @Nullable Move move() {
        if (status == null) {
            return null;
        }
        return switch (status) {
            case "running" -> Move.START;
            case "cancelled" -> Move.CANCEL;
            default -> throw new InvalidRequest(FieldError.of("status", "field.event.status"));
        };
    }

    boolean isMoveOnly() {
        return title == null
                && prize == null
                && participation == null
                && winners == null
                && cost == null
                && costItems == null
                && startDate == null
                && endDate == null;
    }
}
