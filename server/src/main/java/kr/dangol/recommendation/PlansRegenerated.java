package kr.dangol.recommendation;

import java.time.Instant;
import kr.dangol.platform.AccountId;
import org.jspecify.annotations.Nullable;

/// Fact: an owner did not want any of the six and was shown others, `next`. `reason` is the owner's
/// word for why, where one was given.
public record PlansRegenerated(
        RecommendationId id,
        AccountId owner,
        @Nullable String reason,
        RecommendationId next,
        Instant at) {}
