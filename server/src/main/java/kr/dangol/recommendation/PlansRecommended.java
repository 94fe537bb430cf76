package kr.dangol.recommendation;

import java.time.Instant;
import java.util.List;
import kr.dangol.forecast.Estimate;
import kr.dangol.platform.AccountId;
import kr.dangol.shared.Industry;
import kr.dangol.shared.Purpose;
import kr.dangol.shared.Region;
import kr.dangol.shared.Slot;
import kr.dangol.shared.Won;
import kr.dangol.store.StoreId;
import org.jspecify.annotations.Nullable;

/// Fact: an owner was shown six plans. Holds what was shown, so that listeners need not ask back.
/// `costKrw` is what this answer cost, 0 for a hit and for who joined another's; `savedKrw` is what
/// those would have cost anew.
public record PlansRecommended(
        RecommendationId id,
        AccountId owner,
        @Nullable StoreId storeId,
        Industry industry,
        String businessType,
        @Nullable Region region,
        Purpose purpose,
        String engine,
        @Nullable String model,
        String promptVersion,
        Service service,
        boolean degraded,
        boolean rateLimited,
        long millis,
        long costKrw,
        long savedKrw,
        List<ShownPlan> plans,
        Instant at) {

    public PlansRecommended {
        plans = List.copyOf(plans);
    }

    /// How the answer came about.
    public enum Service {
        /// From the cache.
        HIT,
        /// Somebody else was waiting for the same already.
        JOINED,
        DRAFTED
    }

    /// One plan as it was shown.
    public record ShownPlan(
            Slot slot,
            String title,
            Won cost,
            String origin,
            Estimate participants,
            Estimate roi,
            int cases,
            String modelVersion) {}
}
