package kr.dangol.store;

import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.List;
import kr.dangol.shared.Region;
import org.jspecify.annotations.Nullable;

/// A store on the wire.
record StoreResponse(
        StoreId id,
        String name,
        String industry,
        String businessType,
        String address,
        @Nullable Region location,
        List<Region> candidates,
        @Nullable String openingHours,
        @Nullable String businessRegistrationNumber,
        int marginPercent,
        OffsetDateTime createdAt) {

    private static final ZoneId SEOUL = ZoneId.of("Asia/Seoul");

    static StoreResponse of(Store store) {
        var number = store.businessRegistrationNumber();
        return new StoreResponse(
                store.id(),
                store.name(),
                store.industry().label(),
                store.businessTypeText(),
                store.address(),
                store.region(),
                store.candidates(),
                store.openingHours(),
                number == null ? null : number.formatted(),
                store.marginPercent(),
                store.createdAt().atZone(SEOUL).toOffsetDateTime());
    }

    @Override
    public String toString() {
        return "StoreResponse[" + id + "]";
    }
}
