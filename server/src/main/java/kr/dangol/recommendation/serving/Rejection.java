package kr.dangol.recommendation.serving;

import org.jspecify.annotations.Nullable;

/// An owner wanted none of an earlier answer's plans.
record Rejection(History.Kept earlier, @Nullable RejectionReason reason) {

    @Nullable String reasonKey() {
        return reason == null ? null : reason.key();
    }
}
