package kr.dangol.recommendation;

import java.time.Instant;
import java.util.List;
import kr.dangol.platform.AccountId;
import kr.dangol.recommendation.PlansRecommended.ShownPlan;
import org.jspecify.annotations.Nullable;

/// Fact: an owner did not want any of the six and was shown others, `next`. `reason` is the owner's
/// word for why, where one was given; `shown` is what was turned down, place by place.
public record PlansRegenerated(
        RecommendationId id,
        AccountId owner,
        @Nullable String reason,
        RecommendationId next,
        List<ShownPlan> shown,
        Instant at) {

    public PlansRegenerated {
        shown = List.copyOf(shown);
    }
}
