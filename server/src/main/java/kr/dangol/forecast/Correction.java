package kr.dangol.forecast;

import org.jspecify.annotations.Nullable;

/// What an outcome changed: the medians expected of the same plan before forecasts learned from it
/// and after; `after` is null while they have not yet.
public record Correction(Expected before, @Nullable Expected after) {

    /// Medians, ROI in integer percent.
    public record Expected(int participants, int roi) {}
}
