package kr.dangol.recommendation.serving;

import java.time.Instant;
import kr.dangol.recommendation.PlansRecommended;
import kr.dangol.recommendation.PlansRecommended.ShownPlan;
import kr.dangol.recommendation.RecommendationId;
import kr.dangol.recommendation.drafting.Plan;
import kr.dangol.recommendation.serving.Contents.Content;

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
                content.sixPlans().plans().stream().map(ShownPlans::shown).toList(),
                now);
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
