package kr.dangol.recommendation.drafting;

import kr.dangol.recommendation.planning.WritingReport.Usage;
import org.jspecify.annotations.Nullable;

/// Who wrote an answer, at what cost, and what it lacks; `lack` is null when nothing does.
public record Credits(
        String engine,
        @Nullable String model,
        String promptVersion,
        Usage usage,
        @Nullable Lack lack) {

    /// Whether the owner got less than the configured engine would have given.
    public boolean areDegraded() {
        return lack != null;
    }
}
