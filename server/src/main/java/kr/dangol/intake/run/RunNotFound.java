package kr.dangol.intake.run;

import kr.dangol.platform.Refusal;

/// No run has this id.
public final class RunNotFound extends Refusal {

    RunNotFound() {
        super(404, "collection-run-not-found");
    }
}
