package kr.dangol.casebook;

import kr.dangol.shared.BusinessType;
import kr.dangol.shared.Channel;
import kr.dangol.shared.Industry;
import kr.dangol.shared.Purpose;
import kr.dangol.shared.Region;
import kr.dangol.shared.Season;
import kr.dangol.shared.Won;
import org.jspecify.annotations.Nullable;

/// Asks for precedents like a planned event: always of the same industry; with a budget, only those
/// that cost 0.5 to 1.5 times as much. `wish` may be empty. `limit` is how many at most.
public record SimilarQuery(
        Industry industry,
        BusinessType businessType,
        @Nullable Region region,
        Season season,
        Purpose purpose,
        @Nullable Channel channel,
        @Nullable Won budget,
        String wish,
        int limit) {}
