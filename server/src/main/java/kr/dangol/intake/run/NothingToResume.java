package kr.dangol.intake.run;

import kr.dangol.platform.Refusal;

/// The run is under way or all of it is done.
public final class NothingToResume extends Refusal {

    NothingToResume() {
        super(409, "collection-nothing-to-resume");
    }
}
