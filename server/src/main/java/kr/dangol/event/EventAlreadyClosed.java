package kr.dangol.event;

import kr.dangol.platform.Refusal;

/// The event is closed: only its figures can still be corrected.
public final class EventAlreadyClosed extends Refusal {

    EventAlreadyClosed() {
        super(409, "event-already-closed");
    }
}
