package kr.dangol.recommendation;

import java.time.Instant;
import kr.dangol.event.StoreEventId;
import kr.dangol.platform.AccountId;
import kr.dangol.shared.Slot;

/// Fact: an owner chose one of the six; a later choice of the same recommendation replaces it.
public record PlanChosen(
        RecommendationId id, AccountId owner, Slot slot, StoreEventId eventId, Instant at) {}
