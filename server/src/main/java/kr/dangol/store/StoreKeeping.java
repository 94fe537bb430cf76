package kr.dangol.store;

import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import kr.dangol.platform.AccountId;
import kr.dangol.shared.Region;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// Opening, changing and removing store profiles.
@Service
class StoreKeeping {

    static final int MOST_PER_ACCOUNT = 200;

    private final Stores stores;
    private final Clock clock;

    StoreKeeping(Stores stores, Clock clock) {
        this.stores = stores;
        this.clock = clock;
    }

    @Transactional
    Store open(AccountId owner, StoreProfile profile) {
        stores.lock(owner);
        if (stores.count(owner) >= MOST_PER_ACCOUNT) {
            throw new TooManyStores(MOST_PER_ACCOUNT);
        }
        var store =
                new Store(
                        new StoreId(UUID.randomUUID()),
                        owner,
                        profile.name(),
                        profile.industry(),
                        profile.businessTypeText(),
                        profile.businessType(),
                        profile.address(),
                        profile.region(),
                        profile.openingHours(),
                        profile.registrationNumber(),
                        profile.marginPercent(),
                        clock.instant().truncatedTo(ChronoUnit.MICROS));
        stores.add(store);
        return store;
    }

    @Transactional
    Store change(AccountId owner, StoreId id, StoreProfile profile) {
        var before = stores.get(owner, id);
        var after =
                new Store(
                        id,
                        owner,
                        profile.name(),
                        profile.industry(),
                        profile.businessTypeText(),
                        profile.businessType(),
                        profile.address(),
                        region(before, profile),
                        profile.openingHours(),
                        profile.registrationNumber(),
                        margin(before, profile),
                        before.createdAt());
        stores.replace(after);
        return after;
    }

    @Transactional
    Store place(AccountId owner, StoreId id, Region region) {
        var before = stores.get(owner, id);
        var after =
                new Store(
                        id,
                        owner,
                        before.name(),
                        before.industry(),
                        before.businessTypeText(),
                        before.businessType(),
                        before.address(),
                        region,
                        before.openingHours(),
                        before.businessRegistrationNumber(),
                        before.marginPercent(),
                        before.createdAt());
        stores.replace(after);
        return after;
    }

    /// A region once chosen stays while the address does.
    private static @Nullable Region region(Store before, StoreProfile profile) {
        return profile.chosenRegion() == null && before.address().equals(profile.address())
                ? before.region()
                : profile.region();
    }

    /// A margin once set stays while the trade does.
    private static int margin(Store before, StoreProfile profile) {
        return profile.chosenMarginPercent() == null
                        && before.businessType().equals(profile.businessType())
                ? before.marginPercent()
                : profile.marginPercent();
    }
}
