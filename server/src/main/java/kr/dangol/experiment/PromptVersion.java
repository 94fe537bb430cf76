package kr.dangol.experiment;

import java.time.Instant;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// A version of the prompt. `basedOn` is null for a version that came with the program; an
/// operator's changes the wording and the examples of one that did.
record PromptVersion(
        String version,
        @Nullable String basedOn,
        String systemText,
        String note,
        Status status,
        Instant createdAt,
        Instant updatedAt) {

    enum Status {
        DRAFT,
        ACTIVE,
        RETIRED;

        String key() {
            return name().toLowerCase(Locale.ROOT);
        }

        static Status of(String key) {
            return valueOf(key.toUpperCase(Locale.ROOT));
        }
    }

    boolean isShipped() {
        return basedOn == null;
    }
}
