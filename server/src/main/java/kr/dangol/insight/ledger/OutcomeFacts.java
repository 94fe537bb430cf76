package kr.dangol.insight.ledger;

import java.nio.charset.StandardCharsets;
import java.util.UUID;
import kr.dangol.account.AccountDeleted;
import kr.dangol.event.OutcomeRecorded;
import kr.dangol.insight.ledger.OutcomeRow.Compared;
import kr.dangol.insight.ledger.OutcomeRow.Place;
import kr.dangol.insight.ledger.OutcomeRow.Writing;
import org.springframework.modulith.events.ApplicationModuleListener;
import org.springframework.stereotype.Component;

/// Puts what came of events beside what was foretold.
@Component
class OutcomeFacts {

    private final AnswerLedger answers;
    private final OutcomeLedger outcomes;

    OutcomeFacts(AnswerLedger answers, OutcomeLedger outcomes) {
        this.answers = answers;
        this.outcomes = outcomes;
    }

    @ApplicationModuleListener
    void on(OutcomeRecorded fact) {
        answers.lock(fact.recommendationId());
        outcomes.take(row(fact, writing(fact.recommendationId())));
    }

    @ApplicationModuleListener
    void on(AccountDeleted fact) {
        outcomes.anonymise(fact.account());
    }

    private Writing writing(UUID recommendation) {
        return answers.find(recommendation)
                .map(AnswerRow::shown)
                .map(shown -> new Writing(shown.engine(), shown.promptVersion()))
                .orElse(Writing.UNKNOWN);
    }

    private static OutcomeRow row(OutcomeRecorded fact, Writing writing) {
        var traits = fact.traits();
        var region = traits.region();
        var predicted = fact.prediction();
        return new OutcomeRow(
                fact.eventId().value(),
                fact.recommendationId(),
                fact.owner().value(),
                storeKey(fact),
                fact.revision(),
                fact.completedOn(),
                new Place(
                        traits.industry().label(),
                        traits.businessType().name(),
                        RecommendationFacts.city(region),
                        region == null ? null : region.district()),
                writing,
                fact.slot().key(),
                traits.purpose().key(),
                fact.grade().name(),
                fact.cost(),
                new Compared(
                        fact.participants(),
                        predicted.participants(),
                        predicted.participantsLow(),
                        predicted.participantsHigh()),
                new Compared(fact.roi(), predicted.roi(), predicted.roiLow(), predicted.roiHigh()));
    }

    /// Opaque; an owner's events without a store count as those of one shop.
    private static UUID storeKey(OutcomeRecorded fact) {
        var store = fact.storeId();
        var name = store == null ? "owner " + fact.owner() : "store " + store;
        return UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8));
    }
}
