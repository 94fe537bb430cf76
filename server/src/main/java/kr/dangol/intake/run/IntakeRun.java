package kr.dangol.intake.run;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// One run with its steps in order.
public record IntakeRun(
        RunId id,
        long number,
        Trigger trigger,
        RunStatus status,
        boolean stopRequested,
        Instant startedAt,
        @Nullable Instant endedAt,
        List<IntakeStep> steps) {

    public IntakeRun {
        steps = List.copyOf(steps);
    }
}
