package kr.dangol.event;

import java.util.List;
import java.util.UUID;
import kr.dangol.platform.AccountId;
import kr.dangol.shared.Slot;

/// Fact: an owner changed what was recommended. `edits` are this time's only.
public record EventEdited(
        StoreEventId eventId,
        AccountId owner,
        UUID recommendationId,
        Slot slot,
        EventTraits traits,
        Prediction prediction,
        List<Edit> edits) {

    public EventEdited {
        edits = List.copyOf(edits);
    }

    static EventEdited of(StoreEvent event, List<Edit> edits) {
        return new EventEdited(
                event.id(),
                event.owner(),
                event.recommendationId(),
                event.slot(),
                event.plan().traits(),
                event.prediction(),
                edits);
    }
}
