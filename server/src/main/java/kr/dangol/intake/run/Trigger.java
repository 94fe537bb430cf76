package kr.dangol.intake.run;

/// Who started a run.
public enum Trigger {
    MANUAL,
    SCHEDULE
}
