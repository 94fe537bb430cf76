package kr.dangol.intake.run;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// One step of a run for one source.
///
/// @param total how much there is to do; null while nobody knows
/// @param resumedAt where the stretch of work began that is under way or was the last
/// @param fault a stable word for what went wrong
/// @param note what an operator should know, in Korean
public record IntakeStep(
        int position,
        StepName name,
        String source,
        StepStatus status,
        Map<String, Long> counts,
        long done,
        @Nullable Long total,
        @Nullable Instant resumedAt,
        long resumedDone,
        @Nullable Instant workedAt,
        @Nullable Instant startedAt,
        @Nullable Instant endedAt,
        @Nullable String fault,
        @Nullable String note) {

    /// Things done a second in the last stretch of work; null before there is anything to say.
    public @Nullable Double perSecond() {
        if (resumedAt == null || workedAt == null || done <= resumedDone) {
            return null;
        }
        var millis = Math.max(1, Duration.between(resumedAt, workedAt).toMillis());
        return (done - resumedDone) * 1_000.0 / millis;
    }

    /// How long the rest will take at that rate; null when the rest or the rate is unknown.
    public @Nullable Long secondsLeft() {
        var rate = perSecond();
        if (rate == null || total == null || status != StepStatus.RUNNING) {
            return null;
        }
        return Math.round(Math.max(0, total - done) / rate);
    }
}
