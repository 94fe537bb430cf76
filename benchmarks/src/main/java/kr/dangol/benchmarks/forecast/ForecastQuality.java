package kr.dangol.benchmarks.forecast;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import kr.dangol.casebook.Precedent;
import kr.dangol.casebook.PrecedentChange;
import kr.dangol.event.EventTraits;
import kr.dangol.forecast.learning.Experience;
import kr.dangol.forecast.learning.Learner;
import kr.dangol.shared.Budget;
import kr.dangol.shared.BudgetBand;
import kr.dangol.shared.Channel;

/// Measures forecasts on drawn worlds against what the true median would reach.
final class ForecastQuality {

    private static final int TRIALS = 400;
    private static final int SHOPS = 25;
    private static final double PER_FATE = 1.0 / (TRIALS * SHOPS);
    private static final int CHOICES = 60;

    /// Sums over worlds of one climate and size.
    static final class Tally {
        int worlds;
        final Map<String, Double> sums = new LinkedHashMap<>();

        void add(String name, double value) {
            sums.merge(name, value, Double::sum);
        }

        double mean(String name) {
            return sums.getOrDefault(name, 0.0) / worlds;
        }
    }

    private ForecastQuality() {}

    static Experience learned(List<Precedent> past) {
        var learner = new Learner();
        var sequence = 0L;
        for (var precedent : past) {
            learner.note(new PrecedentChange(++sequence, precedent, false));
        }
        learner.learn();
        return learner.fit();
    }

    static void measure(World world, int cases, Tally tally) {
        var past = world.past(cases);
        var started = System.nanoTime();
        var model = learned(past);
        tally.add("fit s", (System.nanoTime() - started) / 1e9);
        Map<String, Guess> guesses = new LinkedHashMap<>();
        guesses.put("dangol", traits -> model.forecast(traits).roi().expected());
        guesses.put("overall average", Baselines.overallAverage(past));
        guesses.put("group average", Baselines.groupAverage(past));
        if (cases <= 5_000) {
            guesses.put("five most similar", Baselines.fiveMostSimilar(past));
            guesses.put("plain ridge", Baselines.plainRidge(past));
        }
        hits(world, model, guesses, tally);
        choices(world, model, tally);
        tally.worlds++;
    }

    private static void hits(
            World world, Experience model, Map<String, Guess> guesses, Tally tally) {
        for (var i = 0; i < TRIALS; i++) {
            var traits = world.plan(true);
            var truth = world.truth(traits).roi();
            var forecast = model.forecast(traits);
            Map<String, Double> said = new LinkedHashMap<>();
            guesses.forEach((name, guess) -> said.put(name, guess.roi(traits)));
            for (var fate : world.fates(traits, SHOPS)) {
                tally.add("reachable", within(truth, fate.roi()) * PER_FATE);
                said.forEach((name, roi) -> tally.add(name, within(roi, fate.roi()) * PER_FATE));
                tally.add(
                        "people held",
                        PER_FATE
                                * holds(
                                        forecast.participants().low(),
                                        fate.participants(),
                                        forecast.participants().high()));
                tally.add(
                        "roi held",
                        PER_FATE * holds(forecast.roi().low(), fate.roi(), forecast.roi().high()));
            }
        }
    }

    private static int within(double guess, double actual) {
        return Math.abs(guess - actual) <= 0.2 * Math.abs(actual) ? 1 : 0;
    }

    private static int holds(int low, int value, int high) {
        return low <= value && value <= high ? 1 : 0;
    }

    /// Of six plans for one shop, takes the one with the highest promised ROI and looks what its
    /// true median is.
    private static void choices(World world, Experience model, Tally tally) {
        var promised = 0.0;
        var reached = 0.0;
        for (var i = 0; i < CHOICES; i++) {
            var best =
                    six(world).stream()
                            .map(t -> Map.entry(t, model.forecast(t).roi().expected()))
                            .max(Map.Entry.comparingByValue())
                            .orElseThrow();
            promised += best.getValue();
            reached += world.truth(best.getKey()).roi();
        }
        tally.add("promised", promised / CHOICES);
        tally.add("reached", reached / CHOICES);
    }

    private static List<EventTraits> six(World world) {
        var shop = world.plan(true);
        var six = new ArrayList<EventTraits>();
        for (var budget : Budget.values()) {
            for (var channel : Channel.values()) {
                var idea = world.plan(true);
                six.add(
                        new EventTraits(
                                shop.industry(),
                                shop.businessType(),
                                shop.region(),
                                shop.purpose(),
                                shop.date(),
                                channel,
                                BudgetBand.of(budget, null).aimTo(),
                                idea.prize(),
                                idea.participation()));
            }
        }
        return six;
    }

    /// Arguments: cases worlds [cases worlds ...].
    public static void main(String[] args) {
        for (var a = 0; a < args.length; a += 2) {
            var cases = Integer.parseInt(args[a]);
            var worlds = Integer.parseInt(args[a + 1]);
            var all = new Tally();
            for (var climate : Climate.values()) {
                var tally = new Tally();
                for (var w = climate.ordinal(); w < worlds; w += Climate.values().length) {
                    var world = new World(climate, 1_000L * cases + w);
                    measure(world, cases, tally);
                }
                print(cases, climate.name(), tally);
                tally.sums.forEach(all::add);
                all.worlds += tally.worlds;
            }
            print(cases, "ALL", all);
        }
    }

    private static void print(int cases, String name, Tally t) {
        System.out.printf(
                "%6d %-13s %3d worlds  dangol %.3f  avg %.3f  group %.3f  five %.3f  ridge %.3f | held people %.3f roi %.3f | promised/reached %+.3f | fit %.3f s%n",
                cases,
                name,
                t.worlds,
                t.mean("dangol") / t.mean("reachable"),
                t.mean("overall average") / t.mean("reachable"),
                t.mean("group average") / t.mean("reachable"),
                t.mean("five most similar") / t.mean("reachable"),
                t.mean("plain ridge") / t.mean("reachable"),
                t.mean("people held"),
                t.mean("roi held"),
                t.mean("promised") / t.mean("reached") - 1,
                t.mean("fit s"));
    }
}
