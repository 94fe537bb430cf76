package kr.dangol.recommendation.planning;

import java.time.LocalDate;
import java.util.Set;
import kr.dangol.shared.BusinessType;
import kr.dangol.shared.Industry;
import kr.dangol.shared.Purpose;
import kr.dangol.shared.Region;
import kr.dangol.shared.Season;
import kr.dangol.shared.Won;
import org.jspecify.annotations.Nullable;

/// Everything that changes the answer, normalised, and nothing that identifies a store. `wish` is
/// the owner's own words or empty; `avoidTitles` are titles that must not come back.
public record Brief(
        Industry industry,
        BusinessType businessType,
        @Nullable Region region,
        Purpose purpose,
        LocalDate startDate,
        @Nullable Won maxBudget,
        String wish,
        Set<String> avoidTitles) {

    public Brief {
        avoidTitles = Set.copyOf(avoidTitles);
    }

    public Season season() {
        return Season.of(startDate);
    }
}
