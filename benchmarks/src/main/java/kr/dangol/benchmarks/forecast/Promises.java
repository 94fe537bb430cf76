package kr.dangol.benchmarks.forecast;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import kr.dangol.casebook.Precedent;
import kr.dangol.casebook.PrecedentChange;
import kr.dangol.event.EventTraits;
import kr.dangol.forecast.learning.Experience;
import kr.dangol.shared.Won;
import org.jspecify.annotations.Nullable;

/// What must hold whatever the data: more money never foretells fewer people, bad data move others'
/// forecasts little, and answers come fast.
final class Promises {

    private Promises() {}

    /// How many of the what-ifs foretell fewer people for more money.
    static int falls(int whatIfs) {
        var falls = 0;
        var climates = Climate.values();
        for (var c = 0; c < climates.length; c++) {
            var world = new World(climates[c], 77 + c);
            var model = Quality.learner(world.past(c % 2 == 0 ? 60 : 1_000)).fit();
            for (var i = 0; i < whatIfs / climates.length + 1; i++) {
                var plan = world.plan(true);
                var other = world.plan(true).cost();
                var less = plan.cost().compareTo(other) < 0 ? plan.cost() : other;
                var more = less.equals(plan.cost()) ? other : plan.cost();
                falls += people(model, plan, less) > people(model, plan, more) ? 1 : 0;
            }
        }
        return falls;
    }

    private static int people(Experience model, EventTraits plan, Won cost) {
        return model.forecast(costing(plan, cost)).participants().expected();
    }

    private static EventTraits costing(EventTraits t, Won cost) {
        return new EventTraits(
                t.industry(),
                t.businessType(),
                t.region(),
                t.purpose(),
                t.date(),
                t.channel(),
                cost,
                t.prize(),
                t.participation());
    }

    /// By how much forecasts moved, as a ratio: at the median plan and at the worst of twenty.
    record Moved(double median, double worstOfTwenty) {}

    /// One store adds as many copies of one absurd success as the book has cases; or, harder to
    /// see, as many cases of one kind that differ in date, cost and outcome.
    static Moved byFlood(int cases, boolean copies) {
        var world = new World(Climate.FAIR, 5);
        var past = world.past(cases);
        var flooded = new ArrayList<>(past);
        var plan = world.plan(false);
        for (var i = 0; i < cases; i++) {
            var other = world.plan(false);
            var each = copies ? plan : costing(plan, other.cost());
            var luck = copies ? 0 : i % 977;
            var fate = new World.Fate(100_000 + 50 * luck, 9_000 + 5 * luck);
            flooded.add(World.precedent(cases + i, each, fate, "flooder"));
        }
        return moved(world, past, flooded, plan);
    }

    /// One case in twenty gets a zero, a negative or an absurd outcome.
    static Moved byAbsurdities(int cases) {
        var world = new World(Climate.FAIR, 6);
        var past = world.past(cases);
        var soiled = new ArrayList<>(past);
        var fates =
                List.of(
                        new World.Fate(0, 0),
                        new World.Fate(-40, -100),
                        new World.Fate(2_000_000_000, 2_000_000_000));
        for (var i = 0; i < cases / 20; i++) {
            soiled.add(World.precedent(cases + i, world.plan(false), fates.get(i % 3), "odd" + i));
        }
        return moved(world, past, soiled, null);
    }

    private static Moved moved(
            World world,
            List<Precedent> past,
            List<Precedent> worse,
            @Nullable EventTraits culprit) {
        var before = Quality.learner(past).fit();
        var after = Quality.learner(worse).fit();
        var ratios = new ArrayList<Double>();
        while (ratios.size() < 1_000) {
            var plan = world.plan(true);
            if (culprit != null && plan.businessType().equals(culprit.businessType())) {
                continue;
            }
            var was = before.forecast(plan);
            var is = after.forecast(plan);
            ratios.add(ratio(was.participants().expected(), is.participants().expected()));
            ratios.add(ratio(100 + was.roi().expected(), 100 + is.roi().expected()));
        }
        ratios.sort(null);
        return new Moved(ratios.get(500), ratios.get(950));
    }

    private static double ratio(double one, double other) {
        return Math.max(one, other) / Math.max(1, Math.min(one, other)) - 1;
    }

    /// Seconds of a fit by the clock and of all processors' time, and milliseconds of one forecast,
    /// of a thousand, and of learning one outcome and asking again.
    record Speed(double fit, double fitWork, double forecast, double thousand, double learn) {}

    static Speed speed(int cases) {
        var world = new World(Climate.FAIR, 9);
        var past = world.past(cases);
        var learner = Quality.learner(past);
        var fit = Double.POSITIVE_INFINITY;
        var work = Double.POSITIVE_INFINITY;
        for (var i = 0; i < 3; i++) {
            var started = System.nanoTime();
            var workBefore = workNanos();
            learner.fit();
            fit = Math.min(fit, (System.nanoTime() - started) / 1e9);
            work = Math.min(work, (workNanos() - workBefore) / 1e9);
        }
        var plans = new ArrayList<EventTraits>();
        for (var i = 0; i < 1_000; i++) {
            plans.add(world.plan(true));
        }
        var model = learner.experience();
        for (var i = 0; i < 20; i++) {
            plans.forEach(model::forecast);
        }
        var thousand = Double.POSITIVE_INFINITY;
        for (var i = 0; i < 20; i++) {
            var started = System.nanoTime();
            plans.forEach(model::forecast);
            thousand = Math.min(thousand, (System.nanoTime() - started) / 1e6);
        }
        var outcomes = 20;
        var started = System.nanoTime();
        for (var i = 0; i < outcomes; i++) {
            var plan = plans.get(i);
            var fate = world.fate(plan, "own" + i);
            var precedent = World.precedent(10_000_000 + i, plan, fate, "own" + i);
            learner.note(new PrecedentChange(1, precedent, false));
            learner.learn();
            learner.experience().forecast(plan);
        }
        var learn = (System.nanoTime() - started) / 1e6 / outcomes;
        return new Speed(fit, work, thousand / 1_000, thousand, learn);
    }

    private static long workNanos() {
        return ProcessHandle.current().info().totalCpuDuration().map(Duration::toNanos).orElse(0L);
    }
}
