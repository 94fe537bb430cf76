package kr.dangol.recommendation.web;

import io.swagger.v3.oas.annotations.media.Schema;
import kr.dangol.platform.InvalidRequest;
import kr.dangol.platform.Refusal.FieldError;
import kr.dangol.recommendation.serving.RejectionReason;
import org.jspecify.annotations.Nullable;

/// Why none of the six would do; need not be told.
record RegenerateRequest(
        @Schema(allowableValues = {"too-expensive", "not-us", "common", "other"})
                @Nullable String reason) {

    @Nullable RejectionReason rejectionReason() {
        if (reason == null) {
            return null;
        }
        return RejectionReason.find(reason)
                .orElseThrow(() ->
                        new InvalidRequest(FieldError.of("reason", "field.recommendation.reason")));
    }
}
