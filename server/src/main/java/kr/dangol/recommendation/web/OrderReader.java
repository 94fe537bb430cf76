package kr.dangol.recommendation.web;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Optional;
import java.util.Set;
import kr.dangol.platform.AccountId;
import kr.dangol.recommendation.planning.Brief;
import kr.dangol.recommendation.serving.Order;
import kr.dangol.recommendation.serving.Shop;
import kr.dangol.recommendation.serving.Wish;
import kr.dangol.recommendation.web.RecommendationRequest.Location;
import kr.dangol.recommendation.web.RecommendationRequest.StoreInfo;
import kr.dangol.shared.BusinessType;
import kr.dangol.shared.BusinessTypes;
import kr.dangol.shared.Industry;
import kr.dangol.shared.Purpose;
import kr.dangol.shared.Region;
import kr.dangol.shared.Regions;
import kr.dangol.shared.Won;
import kr.dangol.store.Store;
import kr.dangol.store.Stores;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// Reads a request strictly and makes it an order: normalised facts, and nothing in the brief that
/// tells whose they are.
@Component
class OrderReader {

    static final int LONGEST_WISH = 300;
    static final int LONGEST_TYPE = 50;

    /// A sixth of it is the least a small event can be made of.
    private static final long LEAST_BUDGET = 60_000;

    private static final long MOST_BUDGET = 1_000_000_000;

    private final Stores stores;
    private final Clock clock;

    OrderReader(Stores stores, Clock clock) {
        this.stores = stores;
        this.clock = clock;
    }

    Order read(AccountId owner, RecommendationRequest request) {
        var faults = new Faults();
        var purpose = purpose(request.eventPurpose(), faults);
        var startDate = startDate(request.startDate(), faults);
        checkBudget(request.maxBudget(), faults);
        faults.addIfLonger("wish", request.wish(), LONGEST_WISH);
        var facts = storeInfo(request, faults);
        faults.throwIfAny();
        var store = request.storeId() == null ? null : stores.get(owner, request.storeId());
        var shop = store == null ? facts.orElseThrow() : ShopFacts.of(store);
        var brief =
                new Brief(
                        shop.industry(),
                        shop.type(),
                        shop.region(),
                        purpose.orElseThrow(),
                        startDate,
                        request.maxBudget() == null ? null : Won.of(request.maxBudget()),
                        Wish.cleaned(request.wish(), store == null ? null : store.name()),
                        Set.of());
        return new Order(owner, store == null ? Shop.unknown(shop.type()) : Shop.of(store), brief);
    }

    private static Optional<Purpose> purpose(@Nullable String text, Faults faults) {
        if (text == null || text.isBlank()) {
            faults.add("eventPurpose", "field.required");
            return Optional.empty();
        }
        var purpose = Purpose.find(text);
        faults.addIf(purpose.isEmpty(), "eventPurpose", "field.recommendation.purpose");
        return purpose;
    }

    private LocalDate startDate(@Nullable LocalDate wanted, Faults faults) {
        var today = LocalDate.now(clock);
        if (wanted == null) {
            return today;
        }
        faults.addIf(
                wanted.isBefore(today.minusDays(1)),
                "startDate",
                "field.recommendation.start-date.past");
        faults.addIf(
                wanted.isAfter(today.plusYears(1)),
                "startDate",
                "field.recommendation.start-date.far");
        return wanted;
    }

    private static void checkBudget(@Nullable Long budget, Faults faults) {
        if (budget != null) {
            faults.addIf(budget < LEAST_BUDGET, "maxBudget", "field.recommendation.budget.least");
            faults.addIf(budget > MOST_BUDGET, "maxBudget", "field.recommendation.budget.most");
        }
    }

    private static Optional<ShopFacts> storeInfo(RecommendationRequest request, Faults faults) {
        var info = request.storeInfo();
        faults.addIf(
                (request.storeId() == null) == (info == null),
                "storeId",
                "field.recommendation.store");
        return info == null ? Optional.empty() : facts(info, faults);
    }

    private static Optional<ShopFacts> facts(StoreInfo info, Faults faults) {
        var industry = industry(info.industry(), faults);
        var type = type(info.businessType(), industry.orElse(null), faults);
        var region = region(info.location(), faults);
        return faults.isEmpty()
                ? type.map(each ->
                        new ShopFacts(industry.orElse(each.industry()), each, region.orElse(null)))
                : Optional.empty();
    }

    private static Optional<Industry> industry(@Nullable String text, Faults faults) {
        if (text == null) {
            return Optional.empty();
        }
        var industry = Industry.find(text);
        faults.addIf(industry.isEmpty(), "storeInfo.industry", "field.recommendation.industry");
        return industry;
    }

    private static Optional<BusinessType> type(
            @Nullable String text, @Nullable Industry industry, Faults faults) {
        faults.addIfLonger("storeInfo.businessType", text, LONGEST_TYPE);
        if (text != null && !text.isBlank()) {
            return Optional.of(BusinessTypes.resolve(text, industry));
        }
        faults.addIf(industry == null, "storeInfo.businessType", "field.required");
        return Optional.ofNullable(industry).map(BusinessTypes::general);
    }

    private static Optional<Region> region(@Nullable Location location, Faults faults) {
        if (location == null) {
            return Optional.empty();
        }
        var city = location.city();
        if (city == null || city.isBlank()) {
            faults.add("storeInfo.location.city", "field.required");
            return Optional.empty();
        }
        var region = Regions.find(city, location.district());
        faults.addIf(region.isEmpty(), "storeInfo.location", "field.recommendation.location");
        return region;
    }

    private record ShopFacts(Industry industry, BusinessType type, @Nullable Region region) {

        static ShopFacts of(Store store) {
            return new ShopFacts(store.industry(), store.businessType(), store.region());
        }
    }
}
