package kr.dangol.recommendation.serving;

import kr.dangol.shared.BusinessType;
import kr.dangol.store.Store;
import kr.dangol.store.StoreId;
import org.jspecify.annotations.Nullable;

/// Whose plans they are: what only the owner's own view needs. A shop that is not on record has no
/// id and no name.
public record Shop(@Nullable StoreId id, @Nullable String name, int marginPercent) {

    public static Shop of(Store store) {
        return new Shop(store.id(), store.name(), store.marginPercent());
    }

    public static Shop unknown(BusinessType type) {
        return new Shop(null, null, type.defaultMarginPercent());
    }
}
