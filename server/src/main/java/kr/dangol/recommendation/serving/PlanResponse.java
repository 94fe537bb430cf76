package kr.dangol.recommendation.serving;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import kr.dangol.forecast.Estimate;
import kr.dangol.forecast.Prospects;
import kr.dangol.recommendation.drafting.Evidence;
import kr.dangol.recommendation.drafting.Plan;
import kr.dangol.recommendation.planning.PlanDraft;
import org.jspecify.annotations.Nullable;

/// One plan on the wire, as its owner sees it.
@Schema(name = "Plan")
@JsonInclude(JsonInclude.Include.ALWAYS)
public record PlanResponse(
        @Schema(example = "low-online") String id,
        @Schema(allowableValues = {"low", "medium", "high"}) String budget,
        @Schema(allowableValues = {"online", "offline"}) String type,
        @Schema(maxLength = 30) String title,
        @Schema(maxLength = 20) String prize,
        @Schema(maxLength = 200) String participation,
        @Schema(minimum = "1") int expectedParticipants,
        long cost,
        @Schema(description = "(Extra revenue - cost) / cost, in percent") int roi,
        @Nullable @Schema(description = "Null: everyone who takes part") Integer winners,
        int days,
        ForecastPart forecast,
        List<Evidence> evidence,
        @Schema(allowableValues = {"model", "planner"}) String origin,
        Kit kit,
        List<String> notices) {

    public PlanResponse {
        evidence = List.copyOf(evidence);
        notices = List.copyOf(notices);
    }

    /// @param evidence the owner's own events first, then what everybody may see
    static PlanResponse of(Plan plan, int marginPercent, List<Evidence> evidence) {
        var draft = plan.draft();
        var slot = draft.slot();
        return new PlanResponse(
                slot.key(),
                slot.budget().key(),
                slot.channel().key(),
                draft.title(),
                draft.prize(),
                draft.participation(),
                plan.forecast().participants().expected(),
                draft.cost().amount(),
                plan.forecast().roi().expected(),
                draft.winners(),
                draft.days(),
                ForecastPart.of(plan, marginPercent),
                evidence,
                plan.origin().key(),
                Kit.of(draft.kit()),
                plan.notices());
    }

    /// What stands behind the plan's two numbers.
    @Schema(name = "PlanForecast")
    public record ForecastPart(
            Interval participants,
            Interval roi,
            @Schema(description = "Comparable past events") int cases,
            @Schema(description = "Those among them that are no samples") int realCases,
            String basis,
            @Schema(description = "Won, at the shop's margin") long profit,
            @Schema(allowableValues = {"low", "medium", "high"}) String lossRisk,
            int breakEvenParticipants,
            String modelVersion,
            int marginPercent) {

        static ForecastPart of(Plan plan, int marginPercent) {
            var forecast = plan.forecast();
            var prospects = Prospects.of(forecast, plan.draft().cost(), marginPercent);
            return new ForecastPart(
                    Interval.of(forecast.participants()),
                    Interval.of(forecast.roi()),
                    forecast.cases(),
                    forecast.realCases(),
                    forecast.basis(),
                    prospects.profit().amount(),
                    prospects.lossRisk().key(),
                    prospects.breakEvenParticipants(),
                    forecast.modelVersion(),
                    marginPercent);
        }
    }

    /// Holds the outcome in eight cases of ten.
    public record Interval(int low, int high) {

        static Interval of(Estimate estimate) {
            return new Interval(estimate.low(), estimate.high());
        }
    }

    /// What makes it run tomorrow.
    @Schema(name = "PlanKit")
    public record Kit(List<CostItem> costItems, List<PlanDraft.Step> steps, String staffScript) {

        public Kit {
            costItems = List.copyOf(costItems);
            steps = List.copyOf(steps);
        }

        static Kit of(PlanDraft.Kit kit) {
            return new Kit(
                    kit.costItems().stream()
                            .map(item -> new CostItem(item.name(), item.amount().amount()))
                            .toList(),
                    kit.steps(),
                    kit.staffScript());
        }
    }

    public record CostItem(String name, long amount) {}
}
