package kr.dangol.benchmarks.town;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/// What really moves the town's events, drawn from a seed and known to nobody in the product:
/// trade, place, purpose, season, channel, prize, what guests have to do, some things only
/// together, a curve along the cost, a slow drift; shops that differ, and luck. Shares nothing with
/// the model of forecasts. The spreads are those of the worlds in which forecasts are measured
/// (`benchmarks/run forecast`).
final class HiddenWorld {

    private static final List<String> DEEDS =
            List.of(
                    "인스타그램", "카카오", "영수증", "리뷰", "후기", "친구", "함께", "스탬프", "도장", "퀴즈", "사진", "댓글",
                    "추첨", "뽑", "선착순", "예약", "주사위", "주말");
    private static final double SHOP = 0.25;
    private static final double LUCK = 0.42;

    /// How much of what people do shows in the till: half of an event's luck with guests.
    private static final double TOGETHER = 0.5;

    private final Lots lots;

    /// How strongly what can be known of an event moves its result, beside shop and luck.
    private final double strength;

    private final Rules guests;
    private final Rules takings;

    HiddenWorld(long seed) {
        lots = new Lots(seed);
        strength = 0.4 + 0.4 * lots.share("strength");
        guests =
                new Rules(
                        "guests ",
                        4.6 + 0.4 * lots.gaussian("guests"),
                        0.35 + 0.4 * lots.share("guests slope"));
        takings =
                new Rules(
                        "takings ",
                        1.2 + 0.25 * lots.gaussian("takings"),
                        -0.1 - 0.25 * lots.share("takings slope"));
    }

    /// Medians on the log scale: of guests, and of revenue for each won spent.
    record Truth(double guests, double takings) {

        Truth and(Truth other) {
            return new Truth(guests + other.guests, takings + other.takings);
        }

        int participants() {
            return (int) Math.round(Math.exp(guests));
        }

        long revenue(long cost) {
            return Math.round(Math.exp(takings) * cost);
        }

        /// In percent.
        int roi() {
            return (int) Math.round(100 * (Math.exp(takings) - 1));
        }
    }

    /// What comes of a plan in a shop of which nothing is known, without luck.
    Truth truth(Plan plan) {
        return new Truth(guests.median(plan), takings.median(plan));
    }

    /// How much better than others this shop does whatever it does.
    Truth standing(int shop) {
        return swing(SHOP, "shop " + shop);
    }

    /// The same for every event a shop could run in this place of its story.
    Truth luck(int shop, int event) {
        return swing(LUCK, "luck %d %d".formatted(shop, event));
    }

    private Truth swing(double spread, String name) {
        var people = lots.gaussian(name + " guests");
        var money = lots.gaussian(name + " takings");
        return new Truth(
                spread * people,
                spread * (TOGETHER * people + Math.sqrt(1 - TOGETHER * TOGETHER) * money));
    }

    private final class Rules {

        private final String kind;
        private final double base;
        private final double slope;
        private final double bendAt;
        private final double bend;

        Rules(String kind, double base, double slope) {
            this.kind = kind;
            this.base = base;
            this.slope = slope;
            bendAt = Math.log(800_000 + 2_000_000 * lots.share(kind + "bend at"));
            bend = 0.25 * lots.share(kind + "bend");
        }

        double median(Plan plan) {
            return base + seen(plan) + written(plan) + alongCost(plan) + drift(plan);
        }

        private double effect(String name, double spread) {
            return lots.gaussian(kind + name) * spread * strength;
        }

        private double seen(Plan plan) {
            return effect(plan.industry(), 0.25)
                    + effect(plan.businessType(), 0.25)
                    + effect(plan.city(), 0.12)
                    + effect(plan.city() + plan.district(), 0.08)
                    + effect(plan.purpose(), 0.15)
                    + effect(plan.channel(), 0.15)
                    + effect(season(plan), 0.12)
                    + effect("month " + plan.date().getMonth(), 0.05)
                    + effect(plan.industry() + plan.purpose(), 0.12)
                    + effect(plan.industry() + season(plan), 0.12)
                    + effect(plan.businessType() + plan.channel(), 0.12);
        }

        /// The thing itself says more than what stands around it.
        private double written(Plan plan) {
            var words = plan.prize().split("[^\\p{L}]+");
            var sum = effect("prize " + words[words.length - 1], 0.2);
            for (var word : Stream.of(words).filter(each -> each.length() > 1).toList()) {
                sum += effect("in prize " + word, 0.1);
            }
            for (var deed : deeds(plan)) {
                sum += effect("deed " + deed, 0.12) + effect(deed + plan.industry(), 0.08);
            }
            return sum;
        }

        private List<String> deeds(Plan plan) {
            var found = new ArrayList<String>();
            for (var deed : DEEDS) {
                if (plan.participation().contains(deed)) {
                    found.add(deed);
                }
            }
            return found;
        }

        private double alongCost(Plan plan) {
            var size = Math.log(plan.cost());
            var steep = slope + effect("slope " + plan.businessType(), 0.06);
            return steep * (size - Math.log(1_000_000))
                    - Math.min(bend, Math.abs(steep)) * Math.max(0, size - bendAt);
        }

        private double drift(Plan plan) {
            var years = plan.date().getDayOfYear() / 365.0;
            return years * (effect("drift", 0.2) + effect("drift " + plan.businessType(), 0.12));
        }
    }

    private static String season(Plan plan) {
        return "season " + plan.date().getMonthValue() % 12 / 3;
    }
}
