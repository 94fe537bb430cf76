package kr.dangol.event;

import java.time.LocalDate;
import java.util.UUID;
import kr.dangol.platform.AccountId;
import kr.dangol.platform.InOrder;
import kr.dangol.shared.Grade;
import kr.dangol.shared.Slot;
import kr.dangol.store.StoreId;
import org.jspecify.annotations.Nullable;

/// Fact: an owner told what came of an event, or corrected it. The event stands whole in the fact
/// so that listeners need not ask back; a later fact of the same event replaces an earlier one
/// (`revision` grows by one).
public record OutcomeRecorded(
        StoreEventId eventId,
        int revision,
        AccountId owner,
        @Nullable StoreId storeId,
        UUID recommendationId,
        Slot slot,
        String title,
        EventTraits traits,
        @Nullable Integer winners,
        LocalDate completedOn,
        int participants,
        long cost,
        int roi,
        Grade grade,
        Prediction prediction)
        implements InOrder {

    @Override
    public String orderKey() {
        return eventId.toString();
    }

    static OutcomeRecorded of(StoreEvent event, Outcome outcome) {
        var plan = event.plan();
        var figures = outcome.figures();
        return new OutcomeRecorded(
                event.id(),
                outcome.revision(),
                event.owner(),
                event.storeId(),
                event.recommendationId(),
                event.slot(),
                plan.title(),
                plan.traits(),
                plan.winners(),
                figures.completedOn(),
                figures.participants(),
                figures.cost().amount(),
                figures.roi(),
                figures.measuredBy().grade(),
                event.prediction());
    }
}
