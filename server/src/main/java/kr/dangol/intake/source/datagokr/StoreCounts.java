package kr.dangol.intake.source.datagokr;

import java.net.URI;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import kr.dangol.intake.source.Fault;
import kr.dangol.intake.source.Figures;
import kr.dangol.intake.source.Figures.Figure;
import kr.dangol.intake.source.IntakeProperties;
import kr.dangol.intake.source.Outside;
import kr.dangol.intake.source.Periods;
import kr.dangol.intake.source.Providers;
import kr.dangol.intake.source.Settings;
import kr.dangol.intake.source.Source;
import kr.dangol.intake.source.SourceFault;
import kr.dangol.intake.source.SourceKey;
import kr.dangol.intake.source.SourceStates;
import kr.dangol.intake.source.Work;
import kr.dangol.intake.source.datagokr.StoreCursor.Stage;
import kr.dangol.market.PublicFact;
import kr.dangol.market.PublicFacts;
import kr.dangol.market.Series;
import kr.dangol.platform.outside.BaseUrl;
import kr.dangol.platform.outside.ServiceKey;
import kr.dangol.shared.BusinessTypes;
import kr.dangol.shared.Region;
import kr.dangol.shared.Regions;
import kr.dangol.shared.TradeClass;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/// Shops by region and trade (소상공인시장진흥공단 상가정보). The service has no counts by region and trade, only
/// rows, so a quarter is read whole: 2.8 million rows in 2,800 pages of 1,000, once a quarter.
/// Sixteen calls a night tell whether there is a new one. Rows are counted page by page and
/// forgotten; what is kept is how many there were. A quarter that the day's quota does not hold
/// goes on the next night, and reaches the market when it is whole.
@Component
class StoreCounts implements Source {

    private static final SourceKey KEY = SourceKey.DATAGOKR;
    private static final int PAGE = 1_000;

    /// A stop repeats at most so many pages less one.
    private static final int PAGES_PER_SAVE = 20;

    /// No 시도 has so many shops.
    private static final long TOO_MANY = 2_000_000;

    /// Codes we do not know come and go by ones; more is another taxonomy.
    private static final double UNKNOWN_SHARE = 0.02;

    /// From one quarter to the next the country never lost so many.
    private static final double LARGEST_LOSS = 0.25;

    private static final int SHOWN = 12;
    private static final String PATH = "/B553077/api/open/sdsc2/storeListInDong";
    private static final Map<String, Region> CITIES = Regions.cityCodes();

    private static final Set<String> EXACT_TRADES =
            BusinessTypes.all().stream()
                    .flatMap(each -> BusinessTypes.publicCodes(each).stream())
                    .collect(Collectors.toUnmodifiableSet());

    private final IntakeProperties.DataGoKr settings;
    private final String base;
    private final Outside outside;
    private final SourceStates states;
    private final Figures figures;
    private final PublicFacts market;
    private final TransactionTemplate transactions;

    StoreCounts(
            IntakeProperties properties,
            Providers providers,
            SourceStates states,
            Figures figures,
            PublicFacts market,
            TransactionTemplate transactions) {
        this.settings = properties.dataGoKr();
        this.base = BaseUrl.of(settings.baseUrl(), "https://apis.data.go.kr");
        this.outside = providers.dataGoKr();
        this.states = states;
        this.figures = figures;
        this.market = market;
        this.transactions = transactions;
    }

    @Override
    public SourceKey key() {
        return KEY;
    }

    @Override
    public List<String> missing() {
        return new Settings().need("DATA_GO_KR_SERVICE_KEY", settings.serviceKey()).missing();
    }

    @Override
    public void probe() {
        page("11", 1, 1);
    }

    @Override
    public void fetch(Work work) {
        var totals = new TreeMap<String, Long>();
        var quarter = quarter(totals, work);
        var cursor = states.cursor(KEY, StoreCursor.class).orElse(null);
        if (cursor == null || !cursor.isOf(quarter, totals)) {
            cursor = begin(quarter, cursor == null ? Map.of() : cursor.lastPublished(), totals);
        }
        work.total(cursor.shops());
        if (cursor.stage() != Stage.READING) {
            market.confirm(Series.STORES, quarter);
            work.count("unchanged", 1);
            work.total(0);
            return;
        }
        for (var code : CITIES.keySet()) {
            if (!cursor.read().containsKey(code)) {
                cursor = read(cursor, code, work);
            }
        }
        states.saveCursor(KEY, cursor.at(Stage.READ));
    }

    /// One cheap call a 시도.
    private String quarter(Map<String, Long> totals, Work work) {
        var quarters = new HashSet<String>();
        for (var code : CITIES.keySet()) {
            var page = page(code, 1, 1);
            if (page.total() > TOO_MANY) {
                throw new SourceFault(Fault.ENDLESS, page.total() + " shops in " + code);
            }
            if (page.total() > 0) {
                quarters.add(page.quarter());
            }
            totals.put(code, page.total());
            work.checkpoint();
        }
        if (quarters.size() != 1) {
            throw new SourceFault(Fault.IMPLAUSIBLE, "quarters of the 시도: " + quarters);
        }
        return quarters.iterator().next();
    }

    private StoreCursor begin(String quarter, Map<String, Long> before, Map<String, Long> totals) {
        var fresh = StoreCursor.of(quarter, before, totals);
        transactions.executeWithoutResult(_ -> {
            figures.forgetRaw(KEY);
            states.saveCursor(KEY, fresh);
        });
        return fresh;
    }

    private StoreCursor read(StoreCursor from, String code, Work work) {
        var cursor = from;
        var goesOn = code.equals(cursor.city());
        var counts = new HashMap<>(goesOn ? cursor.counts() : Map.of());
        var districts = new HashMap<>(goesOn ? cursor.districts() : Map.of());
        var total = cursor.totals().getOrDefault(code, 0L);
        var pages = (int) ((total + PAGE - 1) / PAGE);
        var before = 0;
        for (var number = goesOn ? cursor.page() + 1 : 1; number <= pages; number++) {
            var page = page(code, number, PAGE);
            check(cursor, page, code, number, pages, total, before);
            before = page.mark();
            page.shops().forEach(shop -> add(shop, counts, districts));
            work.count("received", page.shops().size());
            work.done(page.shops().size());
            if (number % PAGES_PER_SAVE == 0) {
                cursor = cursor.middle(code, number, Map.copyOf(counts), Map.copyOf(districts));
                states.saveCursor(KEY, cursor);
            }
            if (number == 1 && cursor.read().isEmpty()) {
                show(page);
            }
            work.checkpoint();
        }
        return keep(cursor, code, counts, districts, total, work);
    }

    private static void check(
            StoreCursor cursor,
            StorePage page,
            String code,
            int number,
            int pages,
            long total,
            int before) {
        if (!page.quarter().equals(cursor.quarter()) || page.total() != total) {
            throw new SourceFault(Fault.IMPLAUSIBLE, "the quarter changed while it was read");
        }
        var expected = number < pages ? PAGE : total - (long) (pages - 1) * PAGE;
        if (page.shops().size() != expected) {
            throw new SourceFault(
                    Fault.CHANGED,
                    "page %d of %s holds %d rows, not %d"
                            .formatted(number, code, page.shops().size(), expected));
        }
        if (page.mark() != 0 && page.mark() == before) {
            throw new SourceFault(Fault.ENDLESS, "page %d of %s again".formatted(number, code));
        }
    }

    private static void add(
            StorePage.Shop shop, Map<String, Integer> counts, Map<String, String> districts) {
        counts.merge(shop.districtCode() + " " + shop.trade(), 1, Integer::sum);
        districts.putIfAbsent(shop.districtCode(), shop.city() + "|" + shop.district());
    }

    private void show(StorePage page) {
        states.show(
                KEY,
                page.shops().stream()
                        .limit(SHOWN)
                        .map(each -> {
                            var row = new LinkedHashMap<String, String>();
                            row.put("시도", each.city());
                            row.put("시군구", each.district());
                            row.put("소분류", each.trade());
                            row.put("기준", page.quarter());
                            return row;
                        })
                        .toList());
    }

    /// The 시도 is whole: its counts become figures. What we cannot place is refused by count.
    private StoreCursor keep(
            StoreCursor cursor,
            String code,
            Map<String, Integer> counts,
            Map<String, String> districts,
            long total,
            Work work) {
        var found = new HashMap<Place, Double>();
        var unknown = new TreeMap<String, Long>();
        counts.forEach((key, shops) -> {
            var parts = key.split(" ", 2);
            var region = region(districts.getOrDefault(parts[0], "|"));
            var trade = TradeClass.find(parts[1]);
            if (trade.isEmpty()) {
                unknown.merge("모르는 업종 코드예요. " + parts[1], (long) shops, Long::sum);
            } else if (region == null) {
                unknown.merge("모르는 지역이에요. " + districts.get(parts[0]), (long) shops, Long::sum);
            } else {
                found.merge(new Place(parts[1], region), (double) shops, Double::sum);
            }
        });
        var lost = unknown.values().stream().mapToLong(Long::longValue).sum();
        if (lost > total * UNKNOWN_SHARE) {
            throw new SourceFault(
                    Fault.CHANGED, lost + " of " + total + " rows with codes we do not know");
        }
        var rows = new ArrayList<Figure>();
        found.forEach((place, shops) ->
                rows.add(
                        new Figure(
                                Series.STORES,
                                cursor.quarter(),
                                place.trade(),
                                place.region(),
                                shops)));
        var next = cursor.whole(code, total - lost);
        transactions.executeWithoutResult(_ -> {
            figures.replaceRaw(KEY, code, rows);
            states.saveCursor(KEY, next);
            unknown.forEach((what, shops) -> {
                var reason = what.substring(0, what.indexOf('.') + 1);
                work.refuse(reason, what.substring(reason.length()).strip(), shops);
            });
        });
        return next;
    }

    private record Place(String trade, Region region) {}

    private static @Nullable Region region(String names) {
        var parts = names.split("\\|", 2);
        return Regions.find(parts[0], parts[1]).orElse(null);
    }

    /// The whole quarter against itself and the one before.
    @Override
    public void clean(Work work) {
        var cursor = states.cursor(KEY, StoreCursor.class).orElse(null);
        if (cursor == null || cursor.stage() != Stage.READ) {
            return;
        }
        var shops = new long[1];
        figures.forEachRaw(KEY, each -> shops[0] += Math.round(each.value()));
        var read = cursor.read().values().stream().mapToLong(Long::longValue).sum();
        if (shops[0] != read) {
            throw new SourceFault(Fault.IMPLAUSIBLE, shops[0] + " counted, " + read + " read");
        }
        compare(cursor);
        transactions.executeWithoutResult(_ -> {
            figures.forgetClean(KEY);
            figures.accept(KEY);
            states.saveCursor(KEY, cursor.at(Stage.CLEAN));
        });
        work.count("clean", read);
        work.done(read);
    }

    private static void compare(StoreCursor cursor) {
        var before = cursor.before().values().stream().mapToLong(Long::longValue).sum();
        if (cursor.shops() < before * (1 - LARGEST_LOSS)) {
            throw new SourceFault(
                    Fault.IMPLAUSIBLE, cursor.shops() + " shops, " + before + " a quarter before");
        }
        cursor.before()
                .forEach((code, shops) -> {
                    if (shops > 0 && cursor.totals().getOrDefault(code, 0L) == 0) {
                        throw new SourceFault(Fault.IMPLAUSIBLE, "no shops left in " + code);
                    }
                });
    }

    @Override
    public void store(Work work) {
        var cursor = states.cursor(KEY, StoreCursor.class).orElse(null);
        if (cursor == null || cursor.stage() != Stage.CLEAN) {
            return;
        }
        var sums = new HashMap<Place, Double>();
        var national = new HashMap<String, Double>();
        figures.forEachClean(
                KEY,
                each -> {
                    for (var trade : subjects(each.subject())) {
                        national.merge(trade, each.value(), Double::sum);
                        for (var region = each.region();
                                region != null;
                                region = Regions.parent(region).orElse(null)) {
                            sums.merge(new Place(trade, region), each.value(), Double::sum);
                        }
                    }
                });
        var facts = new ArrayList<PublicFact>();
        national.forEach((trade, shops) -> facts.add(new PublicFact(trade, null, shops)));
        sums.forEach(
                (place, shops) -> facts.add(new PublicFact(place.trade(), place.region(), shops)));
        transactions.executeWithoutResult(_ -> {
            market.publish(
                    Series.STORES, cursor.quarter(), Periods.endOfMonth(cursor.quarter()), facts);
            figures.forgetClean(KEY);
            states.saveCursor(KEY, cursor.at(Stage.PUBLISHED));
        });
        work.count("stored", facts.size());
        work.done(facts.size());
    }

    /// The class that statements speak of, and the finer code where a business type has its own.
    private static List<String> subjects(String trade) {
        var middle = trade.substring(0, 4);
        return EXACT_TRADES.contains(trade) ? List.of(middle, trade) : List.of(middle);
    }

    private StorePage page(String code, int number, int rows) {
        var key = ServiceKey.of(Settings.given(settings.serviceKey())).encoded();
        var address =
                URI.create(
                        base
                                + PATH
                                + "?serviceKey="
                                + key
                                + "&divId=ctprvnCd&key="
                                + code
                                + "&pageNo="
                                + number
                                + "&numOfRows="
                                + rows
                                + "&type=json");
        return outside.get(address, Map.of(), StorePage::read);
    }
}
