package kr.dangol.casebook.sample;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import kr.dangol.casebook.Origin;
import kr.dangol.casebook.Precedent;
import kr.dangol.casebook.PrecedentId;
import kr.dangol.shared.Grade;
import kr.dangol.shared.Industry;
import kr.dangol.shared.Season;
import kr.dangol.shared.Won;

/// Makes the sample case book. The same seed gives the same book on every machine; it is generated
/// at the first start rather than shipped as a file, because benchmarks need books of other sizes
/// from the same source. A test pins all 400 rows to a readable file, so every change shows up in
/// review.
public final class SampleBook {

    /// What ships with the product.
    public static final int SIZE = 400;

    static final long SEED = 20261031L;

    private static final LocalDate FIRST_DAY = LocalDate.of(2024, 11, 1);
    private static final LocalDate LAST_DAY = LocalDate.of(2026, 10, 31);
    private static final List<Industry> INDUSTRIES = List.of(Industry.values());
    private static final double[] INDUSTRY_SHARES = {0.40, 0.25, 0.20, 0.10, 0.05};
    private static final double[] COST_SHARES = {0.40, 0.35, 0.25};

    private final SampleDice dice;
    private final List<SampleTrade> trades;
    private final List<SampleMechanic> mechanics;
    private final Set<String> titles = new HashSet<>();
    private final List<Told> book = new ArrayList<>();
    private int stores;

    private SampleBook(long seed) {
        try {
            this.dice = new SampleDice(seed);
            this.trades = SampleTrade.load();
            this.mechanics = SampleMechanic.load();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// The book that ships with the product.
    public static List<Precedent> shipped() {
        return generate(SIZE, SEED);
    }

    /// A book of any size with the same shares of industries, costs and places.
    public static List<Precedent> generate(int size, long seed) {
        return told(size, seed).stream().map(Told::precedent).toList();
    }

    /// The same, and of each event the idea it was made from.
    public static List<Told> told(int size, long seed) {
        return new SampleBook(seed).write(size);
    }

    /// An event and the name of the idea behind it, which its own words need not say.
    public record Told(Precedent precedent, String idea) {}

    private List<Told> write(int size) {
        var sizes = split(size, INDUSTRY_SHARES);
        for (var i = 0; i < sizes.length; i++) {
            writeIndustry(INDUSTRIES.get(i), sizes[i]);
        }
        return List.copyOf(book);
    }

    private void writeIndustry(Industry industry, int size) {
        var costs = dice.shuffled(costs(size)).iterator();
        for (var store : stores(industry, size)) {
            var used = new HashSet<String>();
            for (var i = 0; i < store.events(); i++) {
                book.add(event(store, costs.next(), used));
            }
        }
    }

    private List<Long> costs(int size) {
        var counts = split(size, COST_SHARES);
        var costs = new ArrayList<Long>();
        for (var i = 0; i < counts[0]; i++) {
            costs.add(dice.between(8, 50) * 10_000L);
        }
        for (var i = 0; i < counts[1]; i++) {
            costs.add(dice.between(11, 40) * 50_000L);
        }
        for (var i = 0; i < counts[2]; i++) {
            costs.add(dice.between(21, 75) * 100_000L);
        }
        return costs;
    }

    private List<SampleStore> stores(Industry industry, int events) {
        var ofIndustry =
                trades.stream().filter(each -> each.type().industry() == industry).toList();
        var places = SamplePlace.values();
        var shares = Arrays.stream(places).mapToDouble(SamplePlace::share).toArray();
        var counts = split(events, shares);
        var made = new ArrayList<SampleStore>();
        for (var i = 0; i < places.length; i++) {
            for (var left = counts[i]; left > 0; left -= made.getLast().events()) {
                made.add(store(ofIndustry, places[i], left));
            }
        }
        return made;
    }

    private SampleStore store(List<SampleTrade> ofIndustry, SamplePlace place, int eventsLeft) {
        stores++;
        return new SampleStore(
                "sample-store-%04d".formatted(stores),
                dice.pick(ofIndustry, SampleTrade::weight),
                place,
                dice.pick(place.regions()),
                Math.min(eventsLeft, dice.between(1, 4)),
                dice.pick(List.of(1, 3, 5, 7, 10)),
                dice.lognormal(0.22),
                dice.lognormal(0.16));
    }

    private Told event(SampleStore store, long cost, Set<String> used) {
        for (var tries = 0; tries < 1_000; tries++) {
            var draft = SampleDraft.roll(store, cost, mechanics, anyDay(), dice);
            if (draft != null && !used.contains(draft.mechanic().name()) && isFresh(draft)) {
                used.add(draft.mechanic().name());
                return new Told(precedent(store, cost, draft), draft.mechanic().name());
            }
        }
        throw new IllegalStateException("no event fits " + store);
    }

    /// Titles repeat only when a book is so large that fresh ones run out.
    private boolean isFresh(SampleDraft draft) {
        return titles.add(draft.title()) || book.size() >= SIZE;
    }

    private LocalDate anyDay() {
        var days = (int) (LAST_DAY.toEpochDay() - FIRST_DAY.toEpochDay());
        return FIRST_DAY.plusDays(dice.between(0, days));
    }

    private Precedent precedent(SampleStore store, long cost, SampleDraft draft) {
        var type = store.trade().type();
        return new Precedent(
                id(book.size() + 1),
                Origin.SAMPLE,
                draft.title(),
                draft.prize(),
                draft.participation(),
                type.industry(),
                type,
                store.region(),
                draft.date(),
                Season.of(draft.date()),
                draft.purpose(),
                draft.mechanic().channel(),
                Won.of(cost),
                draft.figures().participants(),
                draft.figures().roi(),
                Grade.REPORTED,
                store.key(),
                null,
                "예시 자료");
    }

    private static PrecedentId id(int number) {
        var name = "dangol-sample-" + number;
        return new PrecedentId(UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8)));
    }

    /// Splits a whole by shares so that the parts sum to it and each is right within one.
    private static int[] split(int whole, double[] shares) {
        var parts = new int[shares.length];
        var sum = 0.0;
        var given = 0;
        for (var i = 0; i < shares.length; i++) {
            sum += shares[i];
            parts[i] = (int) Math.round(whole * sum) - given;
            given += parts[i];
        }
        return parts;
    }
}
