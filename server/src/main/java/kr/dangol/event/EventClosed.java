package kr.dangol.event;

import java.util.UUID;
import kr.dangol.platform.AccountId;
import kr.dangol.shared.Slot;

/// Fact: an event is over and its owner told what came of it; the figures are in [OutcomeRecorded].
public record EventClosed(StoreEventId eventId, AccountId owner, UUID recommendationId, Slot slot) {

    static EventClosed of(StoreEvent event) {
        return new EventClosed(event.id(), event.owner(), event.recommendationId(), event.slot());
    }
}
