package kr.dangol.intake.run;

/// An operator stopped the run.
final class StopRequested extends RuntimeException {

    StopRequested() {
        super("stop requested", null, false, false);
    }
}
