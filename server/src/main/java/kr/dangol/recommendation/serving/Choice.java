package kr.dangol.recommendation.serving;

import java.time.LocalDate;
import kr.dangol.event.CostItems;
import kr.dangol.event.EventChange.Winners;
import kr.dangol.shared.Slot;
import kr.dangol.shared.Won;
import org.jspecify.annotations.Nullable;

/// The plan an owner chose, and what the owner would have otherwise; null is as recommended.
public record Choice(
        Slot slot,
        @Nullable String title,
        @Nullable String prize,
        @Nullable String participation,
        @Nullable Winners winners,
        @Nullable Won cost,
        @Nullable CostItems costItems,
        @Nullable LocalDate startDate,
        @Nullable LocalDate endDate) {

    boolean editsAnything() {
        return title != null
                || prize != null
                || participation != null
                || winners != null
                || cost != null
                || costItems != null
                || startDate != null
                || endDate != null;
    }
}
