package kr.dangol.benchmarks.forecast;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import java.util.stream.Stream;
import kr.dangol.casebook.Origin;
import kr.dangol.casebook.Precedent;
import kr.dangol.casebook.PrecedentId;
import kr.dangol.event.EventTraits;
import kr.dangol.shared.BusinessType;
import kr.dangol.shared.Channel;
import kr.dangol.shared.Grade;
import kr.dangol.shared.Industry;
import kr.dangol.shared.Purpose;
import kr.dangol.shared.Region;
import kr.dangol.shared.Season;
import kr.dangol.shared.Won;

/// A made-up market with hidden rules: what moves participants and returns, by how much, and which
/// things only work together, all drawn from a seed.
final class World {

    private static final List<String> CITIES =
            List.of("서울", "경기", "부산", "대구", "인천", "대전", "강원", "경남", "제주", "충남");
    private static final List<String> ITEMS =
            List.of(
                    "아메리카노", "치킨 세트", "텀블러", "영화 관람권", "에코백", "디저트 세트", "음료", "파우치", "호텔 숙박권",
                    "손세정제", "우산", "캠핑 의자", "화장품 샘플", "한우 세트", "기프티콘", "담요");
    private static final List<String> FORMS =
            List.of("", " 2개", " 쿠폰", " 1+1", " 10% 할인", " 30% 할인", " 5천원권", " 1만원권");
    private static final List<String> DEEDS =
            List.of(
                    "인스타그램 팔로우",
                    "카카오톡 채널 추가",
                    "영수증 인증",
                    "네이버 리뷰 쓰기",
                    "친구와 함께 방문",
                    "스탬프 모으기",
                    "퀴즈 맞히기",
                    "해시태그 달고 사진 올리기",
                    "매장에서 뽑기",
                    "설문에 답하기");
    private static final List<String> EFFORTS =
            List.of("만 하면 끝", " 후 댓글 남기기", " 후 직원에게 보여주기", " 3회 이상", " 하고 응모권 쓰기");
    private static final double SHOP = 0.25;
    private static final LocalDate FIRST = LocalDate.of(2023, 10, 1);
    private static final int DAYS = 1_000;

    final Climate climate;
    private final RandomGenerator random;

    /// How strongly what can be known of an event moves its result, beside luck and shop.
    private final double strength;

    private final List<BusinessType> types = new ArrayList<>();
    private final Rules people;
    private final Rules money;
    private final boolean returnsFollowPeople;
    private final boolean plainReturns;
    private final int prizes;
    private final int deeds;
    private final Map<String, double[]> stores = new HashMap<>();

    World(Climate climate, long seed) {
        this.climate = climate;
        random = RandomGeneratorFactory.of("L64X128MixRandom").create(seed);
        strength = 0.4 + 0.4 * random.nextDouble();
        for (var i = 0; i < climate.types; i++) {
            var industry = Industry.values()[random.nextInt(Industry.values().length)];
            types.add(new BusinessType("가게" + i, industry, 50));
        }
        people = new Rules(4.6 + random.nextGaussian() * 0.4, 0.35 + 0.4 * random.nextDouble());
        money = new Rules(1.2 + random.nextGaussian() * 0.25, -0.1 - 0.25 * random.nextDouble());
        returnsFollowPeople = random.nextInt(3) == 0;
        plainReturns = random.nextInt(3) == 0;
        prizes = climate == Climate.THIN ? ITEMS.size() : 5 + random.nextInt(6);
        deeds = climate == Climate.THIN ? DEEDS.size() : 3 + random.nextInt(5);
    }

    /// A drawn plan with what would really come of it.
    record Trial(EventTraits traits, Truth truth) {}

    /// Medians over shops and luck, ROI in percent.
    record Truth(double participants, double roi) {}

    /// A drawn outcome.
    record Fate(int participants, int roi) {}

    private final class Rules {

        final double base;
        final double slope;
        final Map<String, Double> effects = new HashMap<>();
        final double bendAt = Math.log(800_000 + random.nextInt(2_000_000));
        final double bend = 0.25 * random.nextDouble();
        final List<int[]> together = new ArrayList<>();

        Rules(double base, double slope) {
            this.base = base;
            this.slope = slope;
            for (var i = 0; i < 3; i++) {
                together.add(new int[] {random.nextInt(7), random.nextInt(7)});
            }
        }

        double effect(String name, double spread) {
            return effects.computeIfAbsent(name, any -> random.nextGaussian() * spread * strength);
        }

        double median(EventTraits t, double years) {
            var sum = base;
            for (var each : effects(t)) {
                sum += each.times() * effect(each.name(), each.spread());
            }
            sum += alongCost(t);
            for (var each : drifts(t, years)) {
                sum += each.times() * effect(each.name(), each.spread());
            }
            return sum;
        }

        private List<Effect> effects(EventTraits t) {
            var parts =
                    List.of(
                            t.industry().name(),
                            t.businessType().name(),
                            t.region() == null ? "?" : t.region().city(),
                            t.purpose().name(),
                            t.channel().name(),
                            Season.of(t.date()).name(),
                            t.prize().split(" ")[0]);
            var spreads = new double[] {0.25, 0.25, 0.12, 0.15, 0.15, 0.12, 0.25};
            var effects = new ArrayList<Effect>();
            for (var i = 0; i < spreads.length; i++) {
                effects.add(new Effect(i + parts.get(i), spreads[i], 1));
            }
            for (var pair : together) {
                if (pair[0] != pair[1]) {
                    var left = pair[0] + parts.get(pair[0]);
                    var right = pair[1] + parts.get(pair[1]);
                    effects.add(new Effect(left + "*" + right, 0.12, 1));
                }
            }
            effects.add(new Effect("district " + t.region(), 0.08, 1));
            effects.add(new Effect("month " + t.date().getMonth(), 0.05, 1));
            for (var form : FORMS) {
                if (!form.isEmpty() && t.prize().endsWith(form)) {
                    effects.add(new Effect("form" + form, 0.15, 1));
                }
            }
            for (var word : EFFORTS) {
                if (t.participation().endsWith(word)) {
                    effects.add(new Effect("effort" + word, 0.15, 1));
                }
            }
            for (var deed : DEEDS) {
                if (t.participation().startsWith(deed)) {
                    effects.add(new Effect("deed" + deed, 0.12, 1));
                    effects.add(new Effect("deed" + deed + t.channel(), 0.1, 1));
                }
            }
            return effects;
        }

        /// A line along the cost, steeper or flatter by trade, with a bend.
        private double alongCost(EventTraits t) {
            var size = Math.log(t.cost().amount());
            var steep = slope + effect("slope" + t.businessType().name(), 0.06);
            if (slope > 0) {
                steep = Math.max(0.05, steep);
            }
            return steep * (size - Math.log(1_000_000))
                    - Math.min(bend, Math.abs(steep)) * Math.max(0, size - bendAt);
        }

        private List<Effect> drifts(EventTraits t, double years) {
            return List.of(
                    new Effect("drift", 1, climate.drift * years),
                    new Effect("drift" + t.businessType().name(), 0.6, climate.drift * years));
        }
    }

    /// One hidden effect in the median of a plan: what it is drawn from, and how often it counts.
    record Effect(String name, double spread, double times) {

        static Effect known(double value) {
            return new Effect("", 0, value);
        }

        boolean isKnown() {
            return spread == 0;
        }
    }

    Truth truth(EventTraits traits) {
        var years = (traits.date().toEpochDay() - FIRST.toEpochDay()) / 365.25;
        var participants = people.median(traits, years);
        return new Truth(
                Math.exp(participants), roi(money.median(traits, years), participants, traits));
    }

    /// What a returned ROI says of the hidden sum that made it, and what that sum is made of.
    Sighting sightingOfRoi(EventTraits traits, int roi) {
        var ratio = roi / 100.0 + (isPlain() ? 0 : 1);
        var effects = told("money ", money, traits, 1.2, 0.25, -0.225, 0.072);
        if (returnsFollowPeople) {
            var size = 0.5 * size(traits);
            effects.add(Effect.known(0.3 - 4.6 - size));
            effects.addAll(told("people ", people, traits, 4.6, 0.4, 0.55, 0.115));
        }
        return new Sighting(Math.log(Math.max(0.01, ratio)), effects);
    }

    Sighting sightingOfPeople(EventTraits traits, int participants) {
        return new Sighting(
                Math.log(Math.max(0.5, participants)),
                told("people ", people, traits, 4.6, 0.4, 0.55, 0.115));
    }

    private static double size(EventTraits traits) {
        return Math.log(traits.cost().amount()) - Math.log(1_000_000);
    }

    /// The ROI in percent where the hidden sum is `sum`.
    double roiAt(double sum) {
        return 100 * (Math.exp(sum) - (isPlain() ? 0 : 1));
    }

    private boolean isPlain() {
        return plainReturns && !returnsFollowPeople;
    }

    /// The effects in a median, each with the spread it was drawn with, none with its size.
    private List<Effect> told(
            String kind,
            Rules rules,
            EventTraits t,
            double base,
            double baseSpread,
            double slope,
            double slopeSpread) {
        var all = new ArrayList<Effect>();
        var size = size(t);
        var beyond = Math.max(0, Math.log(t.cost().amount()) - rules.bendAt);
        all.add(Effect.known(base + slope * size - 0.125 * beyond));
        all.add(new Effect(kind + "base", baseSpread, 1));
        all.add(new Effect(kind + "slope", slopeSpread, size));
        all.add(new Effect(kind + "bend", 0.072, beyond));
        var years = (t.date().toEpochDay() - FIRST.toEpochDay()) / 365.25;
        var hidden = new ArrayList<>(rules.effects(t));
        hidden.add(new Effect("slope" + t.businessType().name(), 0.06, size));
        hidden.addAll(rules.drifts(t, years));
        for (var each : hidden) {
            all.add(new Effect(kind + each.name(), each.spread() * strength, each.times()));
        }
        return all;
    }

    /// An observed value on the scale on which hidden effects add up.
    record Sighting(double seen, List<Effect> effects) {}

    private double roi(double value, double participants, EventTraits traits) {
        if (returnsFollowPeople) {
            var perHead = value + 0.3 - 4.6;
            var size = 0.5 * (Math.log(traits.cost().amount()) - Math.log(1_000_000));
            return 100 * (Math.exp(perHead + participants - size) - 1);
        }
        return plainReturns ? 100 * Math.exp(value) : 100 * (Math.exp(value) - 1);
    }

    /// What happens to a shop's event: the median moved by the shop's own standing and by luck.
    Fate fate(EventTraits traits, String store) {
        var standing = stores.computeIfAbsent(store, any -> standing());
        return fate(medians(traits), traits, standing);
    }

    /// What happens to the same event in shops that nobody knows yet.
    List<Fate> fates(EventTraits traits, int shops) {
        var medians = medians(traits);
        return Stream.generate(() -> fate(medians, traits, standing())).limit(shops).toList();
    }

    private double[] standing() {
        return new double[] {random.nextGaussian() * SHOP, random.nextGaussian() * SHOP};
    }

    private double[] medians(EventTraits traits) {
        var years = (traits.date().toEpochDay() - FIRST.toEpochDay()) / 365.25;
        return new double[] {people.median(traits, years), money.median(traits, years)};
    }

    private Fate fate(double[] medians, EventTraits traits, double[] standing) {
        var participants = medians[0] + standing[0] + luck();
        var value = medians[1] + standing[1] + luck();
        return new Fate(
                (int) Math.round(Math.exp(participants)),
                (int) Math.round(Math.max(-100, roi(value, medians[0], traits))));
    }

    private double luck() {
        if (climate.tails == 0) {
            return random.nextGaussian() * climate.noise;
        }
        var chi = 0.0;
        for (var i = 0; i < 3; i++) {
            var g = random.nextGaussian();
            chi += g * g;
        }
        return climate.noise * random.nextGaussian() / Math.sqrt(chi / 3);
    }

    EventTraits plan(boolean afterwards) {
        var type = types.get((int) (types.size() * Math.pow(random.nextDouble(), 1.5)));
        var city = CITIES.get((int) (CITIES.size() * Math.pow(random.nextDouble(), 1.7)));
        var district = city + (1 + random.nextInt(6)) + "구";
        var day = afterwards ? DAYS + random.nextInt(30) : random.nextInt(DAYS);
        return new EventTraits(
                type.industry(),
                type,
                new Region(city, district),
                any(Purpose.values()),
                FIRST.plusDays(day),
                any(Channel.values()),
                Won.of(cost()),
                ITEMS.get(random.nextInt(prizes)) + any(FORMS.toArray(String[]::new)),
                DEEDS.get(random.nextInt(deeds)) + any(EFFORTS.toArray(String[]::new)));
    }

    private long cost() {
        var share = random.nextDouble();
        var low = share < 0.4 ? 80_000 : share < 0.75 ? 500_000 : 2_000_000;
        var high = share < 0.4 ? 500_000 : share < 0.75 ? 2_000_000 : 8_000_000;
        return Math.round(
                        Math.exp(Math.log(low) + random.nextDouble() * Math.log(1.0 * high / low))
                                / 1000)
                * 1000;
    }

    private <T> T any(T[] values) {
        return values[random.nextInt(values.length)];
    }

    /// Past cases, a third of them of shops that have several.
    List<Precedent> past(int cases) {
        var past = new ArrayList<Precedent>(cases);
        for (var i = 0; i < cases; i++) {
            var traits = plan(false);
            var store = random.nextInt(3) == 0 ? "s" + random.nextInt(1 + cases / 12) : "only" + i;
            var fate = fate(traits, store);
            past.add(precedent(i, mislabel(traits), absurd(fate), store));
        }
        return past;
    }

    private EventTraits mislabel(EventTraits t) {
        if (random.nextDouble() >= climate.mislabelled) {
            return t;
        }
        var other = plan(false);
        return new EventTraits(
                other.industry(),
                other.businessType(),
                t.region(),
                other.purpose(),
                t.date(),
                t.channel(),
                t.cost(),
                other.prize(),
                t.participation());
    }

    private Fate absurd(Fate fate) {
        if (random.nextDouble() >= climate.mislabelled / 4) {
            return fate;
        }
        return switch (random.nextInt(3)) {
            case 0 -> new Fate(0, 0);
            case 1 -> new Fate(fate.participants() * 100, fate.roi() * 10);
            default -> new Fate(-5, -100);
        };
    }

    static Precedent precedent(int number, EventTraits t, Fate fate, String store) {
        return new Precedent(
                new PrecedentId(new UUID(7, number)),
                Origin.IMPORT,
                "행사 " + number,
                t.prize(),
                t.participation(),
                t.industry(),
                t.businessType(),
                t.region(),
                t.date(),
                Season.of(t.date()),
                t.purpose(),
                t.channel(),
                t.cost(),
                fate.participants(),
                fate.roi(),
                Grade.REPORTED,
                store,
                null,
                "drawn");
    }
}
