package kr.dangol.event;

import java.time.Instant;

/// Figures on record; a correction has the next revision.
public record Outcome(int revision, Figures figures, Instant recordedAt) {}
