package kr.dangol.insight.ledger;

import static java.util.Objects.requireNonNullElse;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.function.UnaryOperator;
import kr.dangol.event.Edit;
import kr.dangol.event.EventEdited;
import kr.dangol.insight.ledger.AnswerRow.Shown;
import kr.dangol.insight.ledger.FeedbackLedger.Feedback;
import kr.dangol.insight.ledger.FeedbackLedger.Kind;
import kr.dangol.insight.ledger.OutcomeRow.Writing;
import kr.dangol.recommendation.PlanChosen;
import kr.dangol.recommendation.PlansAbandoned;
import kr.dangol.recommendation.PlansRecommended;
import kr.dangol.recommendation.PlansRegenerated;
import kr.dangol.recommendation.RecommendationFailed;
import kr.dangol.shared.Region;
import org.jspecify.annotations.Nullable;
import org.springframework.modulith.events.ApplicationModuleListener;
import org.springframework.stereotype.Component;

/// Follows recommendations from the moment of showing to what their owners did about them.
@Component
class RecommendationFacts {

    private static final String NONE = "none";

    private final AnswerLedger answers;
    private final OutcomeLedger outcomes;
    private final FeedbackLedger feedbacks;
    private final Clock clock;

    RecommendationFacts(
            AnswerLedger answers, OutcomeLedger outcomes, FeedbackLedger feedbacks, Clock clock) {
        this.answers = answers;
        this.outcomes = outcomes;
        this.feedbacks = feedbacks;
        this.clock = clock;
    }

    @ApplicationModuleListener
    void on(PlansRecommended fact) {
        answers.change(fact.id().value(), row -> row.withShown(shown(fact)));
        outcomes.attribute(fact.id().value(), new Writing(fact.engine(), fact.promptVersion()));
    }

    @ApplicationModuleListener
    void on(RecommendationFailed fact) {
        answers.change(fact.id(), row -> row.withShown(shown(fact)));
    }

    @ApplicationModuleListener
    void on(PlanChosen fact) {
        var slot = fact.slot().key();
        take(
                new Feedback(
                        fact.id().value(), Kind.CHOSEN, fact.at(), List.of(slot), fact.shown()),
                row -> row.withChosen(slot));
    }

    @ApplicationModuleListener
    void on(EventEdited fact) {
        var fields = fact.edits().stream().map(Edit::field).toList();
        var at = fact.edits().stream().map(Edit::at).max(Instant::compareTo);
        take(
                new Feedback(
                        fact.recommendationId(),
                        Kind.EDITED,
                        at.orElseGet(clock::instant),
                        fields,
                        List.of()),
                AnswerRow::withEdit);
    }

    @ApplicationModuleListener
    void on(PlansRegenerated fact) {
        take(
                new Feedback(
                        fact.id().value(),
                        Kind.REGENERATED,
                        fact.at(),
                        List.of(requireNonNullElse(fact.reason(), NONE)),
                        fact.shown()),
                AnswerRow::withRegeneration);
    }

    @ApplicationModuleListener
    void on(PlansAbandoned fact) {
        take(
                new Feedback(
                        fact.id().value(), Kind.ABANDONED, fact.at(), List.of(NONE), fact.shown()),
                AnswerRow::withAbandonment);
    }

    private void take(Feedback feedback, UnaryOperator<AnswerRow> change) {
        answers.change(feedback.recommendation(), change);
        feedbacks.take(feedback);
    }

    private Shown shown(PlansRecommended fact) {
        return new Shown(
                fact.at(),
                day(fact.at()),
                Math.toIntExact(fact.millis()),
                fact.costKrw(),
                fact.savedKrw(),
                fact.degraded(),
                fact.rateLimited(),
                fact.service().name().toLowerCase(Locale.ROOT),
                fact.industry().label(),
                city(fact.region()),
                fact.engine(),
                fact.promptVersion(),
                fact.model());
    }

    private Shown shown(RecommendationFailed fact) {
        return new Shown(
                fact.at(),
                day(fact.at()),
                Math.toIntExact(fact.millis()),
                0,
                0,
                false,
                false,
                AnswerRow.FAILED,
                fact.industry().label(),
                city(fact.region()),
                NONE,
                NONE,
                null);
    }

    private LocalDate day(Instant at) {
        return LocalDate.ofInstant(at, clock.getZone());
    }

    static String city(@Nullable Region region) {
        return region == null ? "unknown" : region.city();
    }
}
