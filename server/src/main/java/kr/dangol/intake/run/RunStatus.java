package kr.dangol.intake.run;

/// How a run stands. It completes with errors when some of its steps did not get through.
public enum RunStatus {
    RUNNING,
    COMPLETED,
    COMPLETED_WITH_ERRORS,
    FAILED,
    CANCELLED
}
