package kr.dangol.store;

import java.time.Instant;
import java.util.List;
import kr.dangol.platform.AccountId;
import kr.dangol.shared.AddressParser;
import kr.dangol.shared.BusinessType;
import kr.dangol.shared.Industry;
import kr.dangol.shared.Placement;
import kr.dangol.shared.Region;
import org.jspecify.annotations.Nullable;

/// A shop of an owner. `industry` is the owner's choice where given, else that of the business
/// type; `businessTypeText` is what the owner typed and `businessType` what we made of it; `region`
/// is null until the address could be placed; `marginPercent` is of revenue.
public record Store(
        StoreId id,
        AccountId owner,
        String name,
        Industry industry,
        String businessTypeText,
        BusinessType businessType,
        String address,
        @Nullable Region region,
        @Nullable String openingHours,
        @Nullable RegistrationNumber businessRegistrationNumber,
        int marginPercent,
        Instant createdAt) {

    /// The regions to choose from while the address fits several.
    List<Region> candidates() {
        return region == null
                        && AddressParser.parse(address) instanceof Placement.Ambiguous(var regions)
                ? regions
                : List.of();
    }

    @Override
    public String toString() {
        return "Store[" + id + "]";
    }
}
