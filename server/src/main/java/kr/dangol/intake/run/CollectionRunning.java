package kr.dangol.intake.run;

import kr.dangol.platform.Refusal;

/// Another run is under way, and there is only one at a time.
public final class CollectionRunning extends Refusal {

    CollectionRunning() {
        super(409, "collection-running");
    }
}
