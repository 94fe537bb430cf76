package kr.dangol.event;

import kr.dangol.platform.Refusal;

/// The event runs; another choice can no longer take its place.
public final class EventAlreadyRunning extends Refusal {

    EventAlreadyRunning() {
        super(409, "event-already-running");
    }
}
