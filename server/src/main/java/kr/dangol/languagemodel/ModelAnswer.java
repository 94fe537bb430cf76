package kr.dangol.languagemodel;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// What came of asking. Text went to the listener already; this says how it ended and what it cost.
public sealed interface ModelAnswer {

    /// The model was called. Only [Ending#COMPLETE] means that the text is whole; after any other
    /// ending what was finished before it may still be used, except after [Ending#REFUSED].
    record Asked(String model, Ending ending, TokenUsage usage, long costKrw)
            implements ModelAnswer {}

    /// The model was not called.
    record NotAsked(Reason reason) implements ModelAnswer {}

    enum Ending {
        COMPLETE,
        /// The model ran into its token limit.
        TRUNCATED,
        /// The model declined; its text must not be shown.
        REFUSED,
        /// Cut by us at the deadline, or the stream stalled.
        TIMED_OUT,
        /// We closed the call because nobody waits for it any more.
        ABANDONED,
        /// The vendor or the network failed, or the stream ended early.
        FAILED;

        /// The form in ledger and metrics.
        public String key() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    enum Reason {
        NOT_CONFIGURED,
        /// The key was refused; it is tried again now and then.
        KEY_REFUSED,
        /// Too many calls within the last minute.
        RATE_LIMITED,
        /// Today's money is spent.
        OVER_BUDGET,
        /// The vendor failed so often lately that we let it rest.
        RESTING,
        /// Too little time is left for an answer.
        TOO_LATE
    }

    /// Tokens of one call. `estimated` when we cut the call and the vendor could not tell the
    /// count.
    record TokenUsage(
            long inputTokens,
            long cacheWriteTokens,
            long cacheReadTokens,
            long outputTokens,
            boolean estimated) {

        public static final TokenUsage NONE = new TokenUsage(0, 0, 0, 0, false);

        /// All input tokens, cached ones included.
        public long totalInputTokens() {
            return inputTokens + cacheWriteTokens + cacheReadTokens;
        }
    }

    /// The usage and price of the call; null when there was none.
    static @Nullable Asked asked(ModelAnswer answer) {
        return answer instanceof Asked asked ? asked : null;
    }
}
