package kr.dangol.recommendation.planning;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import kr.dangol.recommendation.planning.Verdict.Accepted;
import kr.dangol.recommendation.planning.Verdict.Reason;
import kr.dangol.recommendation.planning.Verdict.Refused;
import kr.dangol.shared.BudgetBand;
import kr.dangol.shared.Won;
import org.jspecify.annotations.Nullable;

/// The rules every plan keeps before an owner sees it, whoever wrote it. Each plan is judged alone,
/// as soon as it is finished, so that one bad plan costs its own slot only.
public final class PlanReview {

    static final int TITLE_LIMIT = 30;
    static final int PRIZE_LIMIT = 20;
    static final int PARTICIPATION_LIMIT = 200;
    static final int KIT_TEXT_LIMIT = 300;
    static final int LONGEST_DAYS = 120;

    /// A cost this much outside its band is a slip that we move back; more is another plan.
    private static final double SMALL_MISS = 0.1;

    private PlanReview() {}

    /// Judges one plan. `taken` are the titles of the same answer that were accepted before it.
    public static Verdict review(PlanDraft draft, Brief brief, Collection<String> taken) {
        var refusal = firstRefusal(draft, brief, taken);
        if (refusal != null) {
            return refusal;
        }
        var band = BudgetBand.of(draft.slot().budget(), brief.maxBudget());
        var plan = withCostInside(band, draft);
        if (plan == null) {
            return new Refused(Reason.COST_OUTSIDE_BAND, String.valueOf(draft.cost().amount()));
        }
        if (!Prizes.areAffordable(plan)) {
            return new Refused(Reason.PRIZE_TOO_EXPENSIVE, prizeSum(plan));
        }
        return new Accepted(plan, Notices.on(plan, brief));
    }

    /// The plan with a prize it can pay when about `expectedParticipants` take part. Only a plan
    /// that promises everyone a prize can change: it becomes first come, first served, and says so.
    public static PlanDraft fitPrize(PlanDraft plan, int expectedParticipants) {
        return Prizes.fit(plan, expectedParticipants);
    }

    /// What makes two titles the same: their letters and digits, without case, spaces and marks.
    public static String titleKey(String title) {
        return Wording.essence(title);
    }

    private static @Nullable Refused firstRefusal(
            PlanDraft draft, Brief brief, Collection<String> taken) {
        List<Function<PlanDraft, @Nullable Refused>> rules =
                List.of(
                        PlanReview::missingText,
                        PlanReview::tooLong,
                        PlanReview::unwantedText,
                        PlanReview::impossibleFigures,
                        PlanReview::costItemsOff,
                        plan -> repeatedTitle(plan, brief, taken));
        for (var rule : rules) {
            var refusal = rule.apply(draft);
            if (refusal != null) {
                return refusal;
            }
        }
        return null;
    }

    private static @Nullable Refused missingText(PlanDraft draft) {
        return Stream.of(draft.title(), draft.prize(), draft.participation())
                        .anyMatch(String::isBlank)
                ? new Refused(Reason.TEXT_MISSING, draft.title())
                : null;
    }

    private static @Nullable Refused tooLong(PlanDraft draft) {
        if (length(draft.title()) > TITLE_LIMIT) {
            return new Refused(Reason.TITLE_TOO_LONG, draft.title());
        }
        if (length(draft.prize()) > PRIZE_LIMIT) {
            return new Refused(Reason.PRIZE_TOO_LONG, draft.prize());
        }
        if (length(draft.participation()) > PARTICIPATION_LIMIT) {
            return new Refused(Reason.PARTICIPATION_TOO_LONG, draft.participation());
        }
        return kitTexts(draft)
                .filter(text -> length(text) > KIT_TEXT_LIMIT)
                .findFirst()
                .map(text -> new Refused(Reason.KIT_TEXT_TOO_LONG, text))
                .orElse(null);
    }

    private static @Nullable Refused unwantedText(PlanDraft draft) {
        var told = List.of(draft.title(), draft.prize(), draft.participation());
        for (var text : told) {
            var reason = Wording.fault(text);
            if (reason != null) {
                return new Refused(reason, text);
            }
        }
        if (Wording.hangulShare(draft.title()) < 0.5
                || Wording.hangulShare(draft.participation()) < 0.5
                || Wording.hangulShare(draft.prize()) < 0.3) {
            return new Refused(Reason.NOT_KOREAN, String.join(" / ", told));
        }
        return kitTexts(draft)
                .filter(text -> Wording.fault(text) != null)
                .findFirst()
                .map(text -> new Refused(faultOf(text), text))
                .orElse(null);
    }

    private static Reason faultOf(String text) {
        var reason = Wording.fault(text);
        return reason == null ? Reason.FORBIDDEN_CHARACTERS : reason;
    }

    private static @Nullable Refused impossibleFigures(PlanDraft draft) {
        var winners = draft.winners();
        var unitPrice = draft.unitPrice();
        var possible =
                draft.days() >= 1
                        && draft.days() <= LONGEST_DAYS
                        && draft.cost().amount() > 0
                        && (winners == null || winners > 0)
                        && (unitPrice == null || unitPrice.amount() >= 0);
        return possible ? null : new Refused(Reason.IMPOSSIBLE_FIGURES, draft.title());
    }

    private static @Nullable Refused costItemsOff(PlanDraft draft) {
        var items = draft.kit().costItems();
        if (items.isEmpty()) {
            return null;
        }
        var sum = items.stream().mapToLong(item -> item.amount().amount()).sum();
        var negative = items.stream().anyMatch(item -> item.amount().amount() < 0);
        return sum == draft.cost().amount() && !negative
                ? null
                : new Refused(Reason.COST_ITEMS_DO_NOT_ADD_UP, String.valueOf(sum));
    }

    private static @Nullable Refused repeatedTitle(
            PlanDraft draft, Brief brief, Collection<String> taken) {
        var wanted = Wording.essence(draft.title());
        return Stream.concat(brief.avoidTitles().stream(), taken.stream())
                        .anyMatch(title -> Wording.essence(title).equals(wanted))
                ? new Refused(Reason.TITLE_REPEATED, draft.title())
                : null;
    }

    /// The draft with its cost moved into the band, or null when it is too far away.
    private static @Nullable PlanDraft withCostInside(BudgetBand band, PlanDraft draft) {
        if (band.contains(draft.cost())) {
            return draft;
        }
        var cost = band.clamp(draft.cost());
        var miss = Math.abs(cost.minus(draft.cost()).amount());
        return miss > SMALL_MISS * cost.amount() ? null : withCost(draft, cost);
    }

    /// The difference goes to the largest cost item, so that the items still add up.
    private static PlanDraft withCost(PlanDraft draft, Won cost) {
        var difference = cost.minus(draft.cost());
        var items = new ArrayList<>(draft.kit().costItems());
        if (!items.isEmpty()) {
            var largest = items.stream().max((a, b) -> a.amount().compareTo(b.amount())).get();
            items.set(
                    items.indexOf(largest),
                    new PlanDraft.CostItem(largest.name(), largest.amount().plus(difference)));
        }
        return new PlanDraft(
                draft.slot(),
                draft.title(),
                draft.prize(),
                draft.participation(),
                cost,
                draft.winners(),
                draft.days(),
                draft.unitPrice(),
                new PlanDraft.Kit(items, draft.kit().steps(), draft.kit().staffScript()));
    }

    private static Stream<String> kitTexts(PlanDraft draft) {
        var kit = draft.kit();
        return Stream.of(
                        kit.costItems().stream().map(PlanDraft.CostItem::name),
                        kit.steps().stream().map(PlanDraft.Step::text),
                        Stream.of(kit.staffScript()))
                .flatMap(texts -> texts);
    }

    private static String prizeSum(PlanDraft plan) {
        return Stream.of(plan.unitPrice(), plan.winners(), plan.cost())
                .map(String::valueOf)
                .collect(Collectors.joining(" "));
    }

    static int length(String text) {
        return text.codePointCount(0, text.length());
    }
}
