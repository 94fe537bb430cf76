package kr.dangol.event;

import kr.dangol.platform.Refusal;

/// There is no such event, or it is another owner's.
public final class StoreEventNotFound extends Refusal {

    StoreEventNotFound() {
        super(404, "event-not-found");
    }
}
