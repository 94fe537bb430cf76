package kr.dangol.recommendation.serving;

import java.time.Instant;
import java.util.List;
import kr.dangol.forecast.Estimate;
import kr.dangol.recommendation.PlansRecommended;
import kr.dangol.recommendation.PlansRecommended.Service;
import kr.dangol.recommendation.PlansRecommended.ShownPlan;
import kr.dangol.recommendation.RecommendationId;
import kr.dangol.recommendation.drafting.Plan;
import kr.dangol.recommendation.serving.Contents.Content;
import kr.dangol.shared.Slot;
import kr.dangol.shared.Won;

/// Words the fact that plans were shown.
final class ShownPlans {

    private ShownPlans() {}

    static PlansRecommended fact(Order order, Content content, AnswerResponse answer, Instant now) {
        var brief = order.brief();
        var metadata = answer.metadata();
        return new PlansRecommended(
                new RecommendationId(answer.data().id()),
                order.owner(),
                order.shop().id(),
                brief.industry(),
                brief.businessType().name(),
                brief.region(),
                brief.purpose(),
                metadata.engine(),
                metadata.model(),
                metadata.promptVersion(),
                content.service(),
                metadata.degraded(),
                metadata.rateLimited(),
                Math.round(metadata.processingTime() * 1000),
                metadata.costKrw(),
                savedKrw(content),
                content.sixPlans().plans().stream().map(ShownPlans::shown).toList(),
                now);
    }

    /// What was shown with an earlier answer, as its history keeps it.
    static List<ShownPlan> of(AnswerResponse answer) {
        return answer.data().recommendations().stream().map(ShownPlans::shown).toList();
    }

    private static long savedKrw(Content content) {
        return content.service() == Service.DRAFTED
                ? 0
                : content.sixPlans().credits().usage().costKrw();
    }

    private static ShownPlan shown(PlanResponse plan) {
        var forecast = plan.forecast();
        return new ShownPlan(
                Slot.find(plan.id()).orElseThrow(),
                plan.title(),
                Won.of(plan.cost()),
                plan.origin(),
                new Estimate(
                        plan.expectedParticipants(),
                        forecast.participants().low(),
                        forecast.participants().high()),
                new Estimate(plan.roi(), forecast.roi().low(), forecast.roi().high()),
                forecast.cases(),
                forecast.modelVersion());
    }

    private static ShownPlan shown(Plan plan) {
        var draft = plan.draft();
        var forecast = plan.forecast();
        return new ShownPlan(
                draft.slot(),
                draft.title(),
                draft.cost(),
                plan.origin().key(),
                forecast.participants(),
                forecast.roi(),
                forecast.cases(),
                forecast.modelVersion());
    }
}
