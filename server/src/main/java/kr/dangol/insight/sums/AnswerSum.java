package kr.dangol.insight.sums;

/// What is summed up about recommendations; the histogram is of their milliseconds.
public enum AnswerSum {
    /// Six plans were shown.
    ANSWERS,
    /// Six plans were asked for, and none came.
    FAILED,
    HITS,
    JOINED,
    DEGRADED,
    RATE_LIMITED,
    /// Took longer than ten seconds.
    SLOW,
    CHOSEN,
    EDITED,
    REGENERATED,
    ABANDONED,
    MILLIS_SUM,
    COST_KRW,
    SAVED_KRW
}
