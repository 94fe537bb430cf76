package kr.dangol.recommendation.planning;

import org.jspecify.annotations.Nullable;

/// How the writing went, beside the plans. `model` and `promptVersion` are null for a writer
/// without a language model; `trends` is null unless the writer worded them.
public record WritingReport(
        Shortfall shortfall,
        @Nullable String model,
        @Nullable String promptVersion,
        Usage usage,
        @Nullable TrendWording trends) {

    /// Why fewer plans came than were wanted.
    public enum Shortfall {
        NONE,
        /// The writer may not be asked more often just now.
        RATE_LIMITED,
        /// Today's money for the writer is spent.
        OVER_BUDGET,
        /// The deadline passed first.
        TOO_SLOW,
        /// The writer failed, declined, or is not to be had.
        UNAVAILABLE
    }

    /// What the writing cost. Input tokens count the cached ones too.
    public record Usage(long inputTokens, long cachedInputTokens, long outputTokens, long costKrw) {

        public static final Usage NONE = new Usage(0, 0, 0, 0);
    }

    /// The three trends in the writer's words, already checked against the market's facts.
    public record TrendWording(String industry, String location, String season) {}

    /// All wanted plans, by a writer that costs nothing.
    public static WritingReport complete() {
        return new WritingReport(Shortfall.NONE, null, null, Usage.NONE, null);
    }
}
