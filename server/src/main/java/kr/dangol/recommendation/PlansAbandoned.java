package kr.dangol.recommendation;

import java.time.Instant;
import java.util.List;
import kr.dangol.platform.AccountId;
import kr.dangol.recommendation.PlansRecommended.ShownPlan;

/// Fact: an owner was shown six plans and did nothing about them for a day. Choosing later is still
/// possible, and then counts. `shown` is what was left lying, place by place.
public record PlansAbandoned(
        RecommendationId id, AccountId owner, List<ShownPlan> shown, Instant at) {

    public PlansAbandoned {
        shown = List.copyOf(shown);
    }
}
