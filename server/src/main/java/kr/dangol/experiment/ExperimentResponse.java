package kr.dangol.experiment;

import io.swagger.v3.oas.annotations.media.Schema;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// An experiment on the wire. A single one comes with its `plan` before it is started and with its
/// `result` from then on. Differences are in percent points, for `outcome` in points of ROI.
record ExperimentResponse(
        UUID id,
        String name,
        String hypothesis,
        @Schema(allowableValues = {"choice-rate", "regenerate-rate", "forecast-error", "outcome"})
                String measure,
        int windowDays,
        @Schema(allowableValues = {"draft", "running", "stopped", "promoted"}) String status,
        List<ArmResponse> arms,
        @Nullable String promotedArm,
        OffsetDateTime createdAt,
        @Nullable OffsetDateTime startedAt,
        @Nullable OffsetDateTime endedAt,
        @Nullable PlanResponse plan,
        @Nullable ResultResponse result) {

    @Schema(name = "ExperimentArm")
    record ArmResponse(
            String key,
            @Schema(allowableValues = {"model", "planner"}) String kind,
            @Nullable String promptVersion,
            @Nullable String model) {}

    /// What may be hoped for, told before the start.
    ///
    /// @param baseRate the measure as of late, percent; null where it is not known beforehand
    @Schema(name = "ExperimentPlan")
    record PlanResponse(
            @Schema(description = "Different shops in the last 28 days") int recentShops,
            @Nullable Double baseRate,
            List<EffectResponse> effects) {}

    /// The smallest difference that is found four times in five with so many shops; null when none
    /// is.
    @Schema(name = "DetectableEffect")
    record EffectResponse(int shops, @Nullable Double points) {}

    @Schema(name = "ExperimentResult")
    record ResultResponse(
            @Schema(
                            allowableValues = {
                                "not-yet",
                                "winner",
                                "winner-withheld",
                                "same",
                                "ratio-alarm"
                            })
                    String verdict,
            @Nullable String winner,
            @Schema(description = "The verdict in words") String summary,
            @Schema(description = "The rule by which it was reached, in words") String rule,
            List<ArmFigures> arms,
            List<DifferenceResponse> differences,
            RatioResponse ratio,
            List<GuardResponse> guards) {}

    @Schema(name = "ExperimentArmFigures")
    record ArmFigures(
            String key,
            @Schema(description = "Shops that saw plans of this arm") int shops,
            @Schema(description = "Of these, shops whose window is over") int counted,
            @Nullable Double mean) {}

    @Schema(name = "ExperimentDifference")
    record DifferenceResponse(
            String arm,
            int pairs,
            double difference,
            double low,
            double high,
            @Schema(description = "Betting odds against no difference at all") double evidence,
            boolean decided,
            boolean better,
            List<PointResponse> points) {}

    @Schema(name = "ExperimentPoint")
    record PointResponse(LocalDate day, int pairs, double difference, double low, double high) {}

    @Schema(name = "SampleRatio")
    record RatioResponse(double evidence, double alarmFrom, boolean alarm) {}

    @Schema(name = "ExperimentGuard")
    record GuardResponse(
            String arm,
            @Schema(allowableValues = {"latency", "cost", "degraded"}) String name,
            double difference,
            double low,
            double high,
            double tolerance,
            @Schema(allowableValues = {"fine", "caution", "broken"}) String state) {}
}
