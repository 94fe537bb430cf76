package kr.dangol.event;

import kr.dangol.platform.Refusal;

/// The event was cancelled and stays so.
public final class EventIsCancelled extends Refusal {

    EventIsCancelled() {
        super(409, "event-cancelled");
    }
}
