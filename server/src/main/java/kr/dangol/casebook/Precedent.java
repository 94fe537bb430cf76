package kr.dangol.casebook;

import java.time.LocalDate;
import kr.dangol.platform.AccountId;
import kr.dangol.shared.BusinessType;
import kr.dangol.shared.Channel;
import kr.dangol.shared.Grade;
import kr.dangol.shared.Industry;
import kr.dangol.shared.Purpose;
import kr.dangol.shared.Region;
import kr.dangol.shared.Season;
import kr.dangol.shared.Won;
import org.jspecify.annotations.Nullable;

/// One past event (사례): what was done, for whom, where, when, what it cost, what came of it.
/// Figures are null where the source gives none. `storeKey` is opaque and the same for all events
/// of one shop; `owner` is set for events of our own owners. ROI is in integer percent.
public record Precedent(
        PrecedentId id,
        Origin origin,
        String title,
        String prize,
        String participation,
        Industry industry,
        BusinessType businessType,
        @Nullable Region region,
        @Nullable LocalDate date,
        @Nullable Season season,
        @Nullable Purpose purpose,
        @Nullable Channel channel,
        @Nullable Won cost,
        @Nullable Integer participants,
        @Nullable Integer roi,
        Grade grade,
        @Nullable String storeKey,
        @Nullable AccountId owner,
        String source) {

    public boolean isSample() {
        return origin == Origin.SAMPLE;
    }

    /// Whether the figures may teach a forecast.
    public boolean hasOutcome() {
        return grade != Grade.NONE && cost != null && (participants != null || roi != null);
    }
}
