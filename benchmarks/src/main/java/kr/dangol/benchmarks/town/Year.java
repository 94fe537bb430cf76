package kr.dangol.benchmarks.town;

import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;
import kr.dangol.benchmarks.client.Owner.Failed;
import kr.dangol.benchmarks.town.Happening.Offer;
import kr.dangol.benchmarks.town.HiddenWorld.Truth;
import tools.jackson.databind.JsonNode;

/// A town's year, day by day, all of it through the HTTP interface: owners ask for plans, choose,
/// sometimes change the budget, start on the day, and tell what came when the event is over.
final class Year {

    private static final List<String> PURPOSES = List.of("신규고객유치", "재방문유도", "매출증대", "인지도향상");
    private static final Duration BETWEEN_CALLS = Duration.ofSeconds(20);
    private static final double SHARE_TAKES_BEST = 0.5;
    private static final double SHARE_CHANGES_BUDGET = 0.2;

    private final Lots lots;
    private final HiddenWorld world;
    private final Span span;
    private final Telling telling;
    private final List<Shop> shops;
    private final MovingClock clock;
    private final Learning learning;
    private final Map<Shop, LocalDate> asksOn = new HashMap<>();
    private final Map<Shop, Integer> asked = new HashMap<>();
    private final List<Running> running = new ArrayList<>();
    private final List<Happening> happenings = new ArrayList<>();

    /// An event on its way: when its owner starts it and when the owner will tell what came.
    private record Running(
            Shop shop, String id, Plan plan, LocalDate starts, LocalDate tells, Truth came) {

        String path() {
            return "/api/events/" + id;
        }
    }

    Year(
            long seed,
            Span span,
            Telling telling,
            List<Shop> shops,
            MovingClock clock,
            Learning learning) {
        lots = new Lots(seed);
        world = new HiddenWorld(seed);
        this.span = span;
        this.telling = telling;
        this.shops = shops;
        this.clock = clock;
        this.learning = learning;
    }

    List<Happening> live() throws Failed, InterruptedException {
        for (var shop : shops) {
            asked.put(shop, 0);
            asksOn.put(shop, span.first().plusDays(lots.below(25, "first of " + shop.number())));
        }
        for (var day = 0; day < span.days(); day++) {
            live(day);
        }
        return happenings;
    }

    private void live(int day) throws Failed, InterruptedException {
        var date = span.first().plusDays(day);
        clock.moveTo(date);
        for (var event : running) {
            if (event.starts().equals(date)) {
                event.shop().owner().patch(event.path(), Map.of("status", "running"));
                clock.moveOn(BETWEEN_CALLS);
            }
        }
        var over = running.stream().filter(event -> event.tells().equals(date)).toList();
        running.removeAll(over);
        if (telling.isOnIn(span.monthOf(date))) {
            for (var event : over) {
                tell(event);
            }
            learning.awaitMore(over.size());
        }
        for (var shop : shops) {
            if (date.equals(asksOn.get(shop))) {
                ask(shop, date);
                clock.moveOn(BETWEEN_CALLS);
            }
        }
    }

    /// One owner in five only guesses, one has a till, the others count.
    private void tell(Running event) throws Failed {
        var kind = event.shop().number() % 5;
        var figures = new HashMap<String, Object>();
        figures.put("cost", event.plan().cost());
        figures.put("measuredBy", kind == 0 ? "guess" : kind == 1 ? "till" : "count");
        var rounding = kind == 0 ? 10 : 1;
        figures.put("participants", rounded(event.came().participants(), rounding));
        figures.put(
                "revenue", rounded(event.came().revenue(event.plan().cost()), rounding * 10_000L));
        event.shop().owner().post(event.path() + "/performance", figures);
        clock.moveOn(BETWEEN_CALLS);
    }

    private static long rounded(long value, long to) {
        return Math.round((double) value / to) * to;
    }

    private void ask(Shop shop, LocalDate date) throws Failed {
        var number = asked.merge(shop, 1, Integer::sum);
        var name = "event %d of %d ".formatted(number, shop.number());
        asksOn.put(shop, date.plusDays(shop.everyDays() - 3 + lots.below(7, name + "gap")));
        var starts = date.plusDays(1 + lots.below(6, name + "starts"));
        var answer =
                shop.owner()
                        .post(
                                "/api/recommendations",
                                Map.of(
                                        "eventPurpose",
                                        PURPOSES.get(lots.below(PURPOSES.size(), name + "purpose")),
                                        "storeId",
                                        shop.id(),
                                        "startDate",
                                        starts))
                        .get("data");
        var plans = StreamSupport.stream(answer.get("recommendations").spliterator(), false);
        choose(shop, date, name, answer.get("id").asString(), plans.toList());
    }

    /// Half the time what promises most, else any of the six; one in five changes the budget.
    private void choose(
            Shop shop, LocalDate date, String name, String recommendation, List<JsonNode> plans)
            throws Failed {
        var best =
                plans.stream()
                        .max((one, other) ->
                                Integer.compare(one.get("roi").asInt(), other.get("roi").asInt()))
                        .orElseThrow();
        var takesBest = lots.share(name + "best") < SHARE_TAKES_BEST;
        var plan = takesBest ? best : plans.get(lots.below(plans.size(), name + "any"));
        var wish = new HashMap<String, Object>();
        wish.put("option", plan.get("id").asString());
        if (lots.share(name + "edits") < SHARE_CHANGES_BUDGET) {
            var factor = 0.8 + 0.4 * lots.share(name + "budget");
            wish.put("cost", rounded((long) (plan.get("cost").asLong() * factor), 1_000));
        }
        var event =
                shop.owner().post("/api/recommendations/" + recommendation + "/selection", wish);
        keep(shop, date, name, event, plans);
    }

    private void keep(
            Shop shop, LocalDate date, String name, JsonNode event, List<JsonNode> plans) {
        var run = Plan.ofEvent(event);
        var plain = world.truth(run);
        var known = plain.and(world.standing(shop.number()));
        var came = known.and(world.luck(shop.number(), asked.getOrDefault(shop, 0)));
        var ends = LocalDate.parse(event.get("endDate").asString());
        var late = lots.below(4, name + "late");
        running.add(
                new Running(
                        shop,
                        event.get("id").asString(),
                        run,
                        run.date(),
                        ends.plusDays(1 + late),
                        came));
        happenings.add(
                new Happening(
                        shop.number(),
                        span.monthOf(date),
                        Range.of(event.get("prediction").get("participants")),
                        Range.of(event.get("prediction").get("roi")),
                        plain,
                        known,
                        came,
                        plans.stream().map(plan -> offer(run, plan)).toList()));
    }

    private Offer offer(Plan run, JsonNode plan) {
        return new Offer(
                plan.get("expectedParticipants").asInt(),
                plan.get("roi").asInt(),
                world.truth(run.as(plan)));
    }
}
