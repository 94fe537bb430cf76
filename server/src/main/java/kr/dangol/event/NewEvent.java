package kr.dangol.event;

import java.time.LocalDate;
import java.util.UUID;
import kr.dangol.platform.AccountId;
import kr.dangol.shared.Slot;
import kr.dangol.store.StoreId;
import org.jspecify.annotations.Nullable;

/// A chosen plan on its way to become a draft event. `recommendationId` and `slot` say which plan
/// it came from; `winners` is null when everyone who takes part gets the prize; it starts on the
/// date of its traits.
public record NewEvent(
        AccountId owner,
        @Nullable StoreId storeId,
        UUID recommendationId,
        Slot slot,
        String title,
        EventTraits traits,
        @Nullable Integer winners,
        CostItems costItems,
        LocalDate startDate,
        LocalDate endDate,
        Prediction prediction) {

    EventPlan plan() {
        return new EventPlan(title, traits, winners, costItems, endDate);
    }
}
