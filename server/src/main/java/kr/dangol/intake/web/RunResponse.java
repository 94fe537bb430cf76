package kr.dangol.intake.web;

import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import kr.dangol.intake.run.IntakeRun;
import kr.dangol.intake.run.IntakeStep;
import kr.dangol.intake.run.RunId;
import org.jspecify.annotations.Nullable;

/// A run on the wire.
record RunResponse(
        RunId id,
        long number,
        @Schema(allowableValues = {"manual", "schedule"}) String trigger,
        @Schema(
                        allowableValues = {
                            "running",
                            "completed",
                            "completed_with_errors",
                            "failed",
                            "cancelled"
                        })
                String status,
        boolean stopRequested,
        Instant startedAt,
        @Nullable Instant endedAt,
        List<StepResponse> steps) {

    /// One step for one source.
    record StepResponse(
            @Schema(allowableValues = {"fetch", "clean", "store", "embed", "index"}) String name,
            @Schema(example = "naver") String source,
            @Schema(
                            allowableValues = {
                                "pending",
                                "running",
                                "completed",
                                "skipped",
                                "paused",
                                "failed",
                                "cancelled"
                            })
                    String status,
            Map<String, Long> counts,
            ProgressResponse progress,
            @Nullable ErrorResponse error,
            @Schema(description = "What an operator should know, such as why it was skipped")
                    @Nullable String note,
            @Nullable Instant startedAt,
            @Nullable Instant endedAt) {

        static StepResponse of(IntakeStep step) {
            var note = step.note();
            var fault = step.fault();
            return new StepResponse(
                    step.name().key(),
                    step.source(),
                    lower(step.status()),
                    step.counts(),
                    new ProgressResponse(
                            step.done(), step.total(), step.perSecond(), step.secondsLeft()),
                    fault == null ? null : new ErrorResponse(fault, note == null ? "" : note),
                    fault == null ? note : null,
                    step.startedAt(),
                    step.endedAt());
        }
    }

    /// How far a step is; what nobody knows is null.
    record ProgressResponse(
            long done,
            @Nullable Long total,
            @Nullable Double perSecond,
            @Nullable Long secondsLeft) {}

    /// Why a step did not get through.
    record ErrorResponse(@Schema(example = "quota-reached") String code, String message) {}

    static RunResponse of(IntakeRun run) {
        return new RunResponse(
                run.id(),
                run.number(),
                lower(run.trigger()),
                lower(run.status()),
                run.stopRequested(),
                run.startedAt(),
                run.endedAt(),
                run.steps().stream().map(StepResponse::of).toList());
    }

    private static String lower(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT);
    }
}
