package kr.dangol.experiment;

import java.time.Instant;
import java.util.UUID;
import kr.dangol.experiment.Variant.Arm;

/// Six plans that a shop in an experiment was shown whole.
public record Answered(
        UUID id,
        Arm arm,
        Subject subject,
        long millis,
        long costKrw,
        boolean isDegraded,
        Instant at) {}
