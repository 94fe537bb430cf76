package kr.dangol.experiment;

import org.jspecify.annotations.Nullable;

/// What serves one shop now: a writer, and the arm of the running experiment that made it so; null
/// outside experiments.
public record Variant(Writer writer, @Nullable Arm arm) {

    /// The place of a shop in an experiment, e.g. `A`.
    public record Arm(ExperimentId experiment, String key) {}
}
