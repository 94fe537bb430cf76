package kr.dangol.event.web;

import static kr.dangol.event.EventPlan.LONGEST_PARTICIPATION;
import static kr.dangol.event.EventPlan.LONGEST_PRIZE;
import static kr.dangol.event.EventPlan.LONGEST_TITLE;

import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import kr.dangol.event.EventChange;
import kr.dangol.event.EventChange.Winners;
import kr.dangol.event.Events.Move;
import kr.dangol.platform.InvalidRequest;
import kr.dangol.platform.Multiline;
import kr.dangol.platform.Refusal.FieldError;
import kr.dangol.shared.Won;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.annotation.JsonDeserialize;

/// An owner's own edits; what is missing stays as it is. `winners: null` means that everyone who
/// takes part gets the prize.
record EventPatchRequest(
        @Size(max = LONGEST_TITLE) @Nullable String title,
        @Size(max = LONGEST_PRIZE) @Nullable String prize,
        @Multiline @Size(max = LONGEST_PARTICIPATION) @Nullable String participation,
        @Schema(implementation = Integer.class, minimum = "1", maximum = "1000000")
                @JsonDeserialize(using = WinnersDeserializer.class)
                @Nullable Winners winners,
        @Min(1) @Max(10_000_000_000L) @Nullable Long cost,
        @Nullable LocalDate startDate,
        @Nullable LocalDate endDate,
        @Schema(allowableValues = {"running", "cancelled"}) @Nullable String status) {

    EventChange change() {
        var fields = new Fields();
        var wanted =
                new EventChange(
                        fields.text("title", title),
                        fields.text("prize", prize),
                        fields.text("participation", participation),
                        winners,
                        cost == null ? null : Won.of(cost),
                        startDate,
                        endDate);
        fields.refuseIf(!isPossible(winners), "winners", "field.event.winners");
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
                && startDate == null
                && endDate == null;
    }

    private static boolean isPossible(@Nullable Winners winners) {
        if (winners == null || winners.count() == null) {
            return true;
        }
        return winners.count() >= 1 && winners.count() <= 1_000_000;
    }
}
