package kr.dangol.event;

import java.util.UUID;
import kr.dangol.platform.AccountId;
import kr.dangol.shared.Slot;

/// Fact: an event will not take place, or was broken off.
public record EventCancelled(
        StoreEventId eventId, AccountId owner, UUID recommendationId, Slot slot) {

    static EventCancelled of(StoreEvent event) {
        return new EventCancelled(
                event.id(), event.owner(), event.recommendationId(), event.slot());
    }
}
