package kr.dangol.recommendation;

import java.time.Instant;
import java.util.List;
import kr.dangol.event.StoreEventId;
import kr.dangol.platform.AccountId;
import kr.dangol.recommendation.PlansRecommended.ShownPlan;
import kr.dangol.shared.Slot;

/// Fact: an owner chose one of the six; a later choice of the same recommendation replaces it.
/// `shown` is what the owner chose from, place by place.
public record PlanChosen(
        RecommendationId id,
        AccountId owner,
        Slot slot,
        StoreEventId eventId,
        List<ShownPlan> shown,
        Instant at) {

    public PlanChosen {
        shown = List.copyOf(shown);
    }
}
