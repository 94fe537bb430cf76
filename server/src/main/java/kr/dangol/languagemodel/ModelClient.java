package kr.dangol.languagemodel;

import java.time.Duration;
import java.util.function.Consumer;
import kr.dangol.languagemodel.LanguageModelProperties.ModelTuple;
import kr.dangol.languagemodel.ModelAnswer.TokenUsage;
import org.jspecify.annotations.Nullable;

/// One streaming call of a vendor, once, without any policy of its own.
public interface ModelClient {

    /// Blocks until the stream has ended, `timeout` has passed, nothing came for `stallAfter`, or
    /// the thread was interrupted. Never throws.
    Reply stream(
            ModelTuple model,
            ModelRequest request,
            Duration timeout,
            Duration stallAfter,
            Consumer<String> onText);

    /// How a call ended. `stopReason` is the vendor's word and null when the stream broke off;
    /// `failure` is null when it ended in order; `firstToken` is null when no text came.
    record Reply(
            @Nullable String stopReason,
            TokenUsage usage,
            @Nullable String requestId,
            @Nullable Duration firstToken,
            @Nullable Failure failure) {

        /// Whether the vendor had begun to answer: from then on a retry would say things twice.
        public boolean hasBegun() {
            return firstToken != null;
        }
    }

    /// Why a call failed; `retryAfter` is the vendor's wish where it told one.
    record Failure(Kind kind, int status, @Nullable Duration retryAfter, String detail) {

        public enum Kind {
            /// 401, 403: the key is wrong or may not use the model.
            KEY,
            /// 402 or a spend limit: retrying never helps.
            BILLING,
            /// 429.
            RATE_LIMIT,
            /// 5xx and 529.
            SERVER,
            /// Any other 4xx: our request is at fault.
            REQUEST,
            /// The connection broke.
            NETWORK,
            /// Cut by one of our time limits.
            TIMEOUT,
            /// The calling thread was interrupted.
            INTERRUPTED,
            /// The listener threw.
            LISTENER
        }
    }
}
