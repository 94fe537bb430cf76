package kr.dangol.intake.run;

/// How a step stands. A skipped one had no key; a paused one reached its quota and goes on with the
/// next run.
public enum StepStatus {
    PENDING,
    RUNNING,
    COMPLETED,
    SKIPPED,
    PAUSED,
    FAILED,
    CANCELLED;

    boolean isOpen() {
        return this == PENDING || this == RUNNING;
    }

    boolean isTrouble() {
        return this == PAUSED || this == FAILED;
    }
}
