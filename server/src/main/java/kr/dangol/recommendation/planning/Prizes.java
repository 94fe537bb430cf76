package kr.dangol.recommendation.planning;

import java.util.stream.Stream;

/// What an event can spend on prizes: at most 70 % of its cost.
public final class Prizes {

    private static final long PERCENT_FOR_PRIZES = 70;

    private Prizes() {}

    /// How many prizes of this price the cost allows, a number people would write on a poster.
    public static int affordable(long cost, long unitPrice) {
        return round(cost * PERCENT_FOR_PRIZES / 100 / Math.max(1, unitPrice));
    }

    /// Rounded down: to tens from 30 on, to fives from 10 on, to fifties and hundreds further up.
    public static int round(long count) {
        var step = count >= 1000 ? 100 : count >= 200 ? 50 : count >= 30 ? 10 : count >= 10 ? 5 : 1;
        return Math.toIntExact(Math.min(Integer.MAX_VALUE, count - count % step));
    }

    static boolean areAffordable(PlanDraft plan) {
        var unitPrice = plan.unitPrice();
        if (unitPrice == null) {
            return true;
        }
        var winners = plan.winners();
        return isAffordable(plan, unitPrice.amount(), winners == null ? 1 : winners);
    }

    private static boolean isAffordable(PlanDraft plan, long unitPrice, int count) {
        return Math.multiplyHigh(unitPrice, count) == 0
                && unitPrice * count >= 0
                && unitPrice * count <= plan.cost().amount() / 100.0 * PERCENT_FOR_PRIZES;
    }

    static PlanDraft fit(PlanDraft plan, int expectedParticipants) {
        var unitPrice = plan.unitPrice();
        if (unitPrice == null
                || plan.winners() != null
                || unitPrice.amount() * Math.max(0, expectedParticipants) <= prizeMoney(plan)) {
            return plan;
        }
        return firstCome(plan, Math.max(1, round(prizeMoney(plan) / unitPrice.amount())));
    }

    /// What is there for prizes: the first cost item where the plan has a budget, else the limit.
    private static long prizeMoney(PlanDraft plan) {
        var limit = plan.cost().amount() * PERCENT_FOR_PRIZES / 100;
        return plan.kit().costItems().stream()
                .findFirst()
                .map(item -> Math.min(limit, item.amount().amount()))
                .orElse(limit);
    }

    private static PlanDraft firstCome(PlanDraft plan, int count) {
        return new PlanDraft(
                plan.slot(),
                plan.title(),
                plan.prize(),
                withLimit(plan.participation(), count),
                plan.cost(),
                count,
                plan.days(),
                plan.unitPrice(),
                plan.kit());
    }

    /// The longest wording of the limit that still fits.
    private static String withLimit(String participation, int count) {
        return Stream.of(
                        " 선물은 선착순 %,d명까지 준비했어요.".formatted(count),
                        " 선착순 %,d명까지예요.".formatted(count),
                        " (선착순 %,d명)".formatted(count))
                .map(participation::concat)
                .filter(text -> PlanReview.length(text) <= PlanReview.PARTICIPATION_LIMIT)
                .findFirst()
                .orElse(participation);
    }
}
