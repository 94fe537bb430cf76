package kr.dangol.recommendation.claude;

import java.util.List;
import java.util.Optional;
import kr.dangol.recommendation.planning.PlanDraft;
import kr.dangol.shared.Slot;
import kr.dangol.shared.Won;
import tools.jackson.databind.JsonNode;

/// A plan in the form of [PlanSchema]: `winners` is 0 when everyone who takes part gets the prize.
record WrittenPlan(
        String title,
        String prize,
        long unitPrice,
        int winners,
        int days,
        long cost,
        String participation) {

    /// Empty when a field is missing or of another kind: such a plan is as good as not written.
    static Optional<WrittenPlan> read(JsonNode value) {
        var texts = List.of("title", "prize", "participation");
        var numbers = List.of("unitPrice", "winners", "days", "cost");
        var isWhole =
                texts.stream().allMatch(name -> value.path(name).isString())
                        && numbers.stream().allMatch(name -> isWholeNumber(value.path(name)));
        if (!isWhole) {
            return Optional.empty();
        }
        return Optional.of(
                new WrittenPlan(
                        text(value, "title"),
                        text(value, "prize"),
                        value.path("unitPrice").asLong(),
                        value.path("winners").asInt(),
                        value.path("days").asInt(),
                        value.path("cost").asLong(),
                        text(value, "participation")));
    }

    PlanDraft toDraft(Slot slot) {
        return new PlanDraft(
                slot,
                title,
                prize,
                participation,
                Won.of(cost),
                winners == 0 ? null : winners,
                days,
                unitPrice == 0 ? null : Won.of(unitPrice),
                WrittenKit.of(this, slot.channel()));
    }

    private static boolean isWholeNumber(JsonNode number) {
        return number.isIntegralNumber() && number.canConvertToInt();
    }

    private static String text(JsonNode value, String name) {
        return value.path(name).asString().strip();
    }
}
