package kr.dangol.insight.sums;

/// What is summed up about calls of outside services; the histogram is of their milliseconds.
public enum CallSum {
    CALLS,
    SUCCEEDED,
    INPUT_TOKENS,
    CACHE_WRITE_TOKENS,
    CACHE_READ_TOKENS,
    OUTPUT_TOKENS,
    MICRO_USD,
    COST_KRW,
    MILLIS_SUM
}
