package kr.dangol.recommendation.drafting;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Stream;
import kr.dangol.event.EventTraits;
import kr.dangol.forecast.Forecast;
import kr.dangol.forecast.Forecaster;
import kr.dangol.recommendation.drafting.Plan.Origin;
import kr.dangol.recommendation.planning.Brief;
import kr.dangol.recommendation.planning.PlanDraft;
import kr.dangol.recommendation.planning.PlanReview;
import kr.dangol.recommendation.planning.Verdict.Accepted;
import kr.dangol.recommendation.planning.Verdict.Refused;
import kr.dangol.shared.Slot;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Six places that fill up. Takes what writers hand in, reviews it, attaches the forecast and
/// passes it on at once. Safe for a writer's thread that does not know yet that its time is over.
final class Sheet {

    private static final Logger log = LoggerFactory.getLogger(Sheet.class);

    private final Brief brief;
    private final SimilarCases similar;
    private final Forecaster forecaster;
    private final Consumer<Plan> sink;
    private final Map<Slot, Plan> plans = new EnumMap<>(Slot.class);
    private final Set<String> seenTitles = new HashSet<>();
    private boolean modelMayWrite = true;

    Sheet(Brief brief, SimilarCases similar, Forecaster forecaster, Consumer<Plan> sink) {
        this.brief = brief;
        this.similar = similar;
        this.forecaster = forecaster;
        this.sink = sink;
    }

    synchronized void take(PlanDraft draft, Origin origin) {
        var isLate = origin == Origin.MODEL && !modelMayWrite;
        if (isLate || plans.containsKey(draft.slot())) {
            return;
        }
        seenTitles.add(draft.title());
        switch (PlanReview.review(draft, brief, acceptedTitles())) {
            case Accepted(var accepted, var notices) -> keep(accepted, notices, origin);
            case Refused(var reason, var detail) -> {
                log.info("plan refused origin={} slot={} reason={}", origin, draft.slot(), reason);
                log.debug("refused for {}", detail);
            }
        }
    }

    private void keep(PlanDraft accepted, List<String> notices, Origin origin) {
        var first = forecast(accepted);
        var fitted = PlanReview.fitPrize(accepted, first.participants().expected());
        // A plan that limits its prizes is another way of taking part.
        var forecast = fitted.equals(accepted) ? first : forecast(fitted);
        var plan =
                new Plan(
                        fitted,
                        notices,
                        forecast,
                        similar.evidence(fitted.slot(), fitted.cost()),
                        origin);
        plans.put(fitted.slot(), plan);
        sink.accept(plan);
    }

    private Forecast forecast(PlanDraft plan) {
        return forecaster.forecast(
                new EventTraits(
                        brief.industry(),
                        brief.businessType(),
                        brief.region(),
                        brief.purpose(),
                        brief.startDate(),
                        plan.slot().channel(),
                        plan.cost(),
                        plan.prize(),
                        plan.participation()));
    }

    private List<String> acceptedTitles() {
        return plans.values().stream().map(plan -> plan.draft().title()).toList();
    }

    /// From here on the model's plans come too late.
    synchronized void closeToModel() {
        modelMayWrite = false;
    }

    synchronized Set<Slot> open() {
        var open = EnumSet.allOf(Slot.class);
        open.removeAll(plans.keySet());
        return open;
    }

    synchronized List<Plan> plans() {
        return new ArrayList<>(plans.values());
    }

    /// The brief for whoever writes next: nothing that was handed in, accepted or not, comes again.
    synchronized Brief briefForTheRest() {
        var avoid = new HashSet<String>();
        Stream.of(brief.avoidTitles(), seenTitles).forEach(avoid::addAll);
        return new Brief(
                brief.industry(),
                brief.businessType(),
                brief.region(),
                brief.purpose(),
                brief.startDate(),
                brief.maxBudget(),
                brief.wish(),
                avoid);
    }
}
