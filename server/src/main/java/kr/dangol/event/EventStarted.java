package kr.dangol.event;

import java.util.UUID;
import kr.dangol.platform.AccountId;
import kr.dangol.shared.Slot;

/// Fact: an event runs now.
public record EventStarted(
        StoreEventId eventId, AccountId owner, UUID recommendationId, Slot slot) {

    static EventStarted of(StoreEvent event) {
        return new EventStarted(event.id(), event.owner(), event.recommendationId(), event.slot());
    }
}
