package kr.dangol.recommendation.drafting;

import kr.dangol.recommendation.planning.WritingReport.Shortfall;

/// Why an answer is less than it would have been on a good day. The owner reads it under
/// `recommendation.lack.<key>` of the message bundle.
public enum Lack {
    RATE_LIMITED("rate-limited"),
    OVER_BUDGET("over-budget"),
    TOO_SLOW("too-slow"),
    UNAVAILABLE("unavailable"),
    PLAN_REPLACED("plan-replaced"),
    SEARCH_LATE("search-late");

    private final String key;

    Lack(String key) {
        this.key = key;
    }

    public String key() {
        return key;
    }

    /// What it means that a writer left slots empty or saw its plans refused.
    static Lack of(Shortfall shortfall) {
        return switch (shortfall) {
            case NONE -> PLAN_REPLACED;
            case RATE_LIMITED -> RATE_LIMITED;
            case OVER_BUDGET -> OVER_BUDGET;
            case TOO_SLOW -> TOO_SLOW;
            case UNAVAILABLE -> UNAVAILABLE;
        };
    }
}
