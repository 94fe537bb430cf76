package kr.dangol.event;

import java.util.UUID;
import kr.dangol.platform.AccountId;
import kr.dangol.shared.Slot;
import kr.dangol.store.StoreId;
import org.jspecify.annotations.Nullable;

/// Fact: a plan became a draft event, or another choice took a draft's place.
public record EventDrafted(
        StoreEventId eventId,
        AccountId owner,
        @Nullable StoreId storeId,
        UUID recommendationId,
        Slot slot,
        String title,
        EventTraits traits,
        Prediction prediction) {

    static EventDrafted of(StoreEvent event) {
        return new EventDrafted(
                event.id(),
                event.owner(),
                event.storeId(),
                event.recommendationId(),
                event.slot(),
                event.plan().title(),
                event.plan().traits(),
                event.prediction());
    }
}
