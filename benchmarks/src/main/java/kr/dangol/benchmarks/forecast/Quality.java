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

/// Measures forecasts in one world against what the true median would reach.
final class Quality {

    static final String OURS = "Dangol";
    static final String REACHABLE = "reachable";
    static final String OVERALL = "overall average";
    static final String GROUP = "group average";
    static final String FIVE = "five most similar";
    static final String RIDGE = "plain ridge";
    static final String INSIDER = "insider";
    static final String PEOPLE_HELD = "people held";
    static final String ROI_HELD = "roi held";
    static final String PROMISED = "promised";
    static final String REACHED = "reached";
    static final String FIT_SECONDS = "fit seconds";
    static final String EACH = "each";

    /// The slow baselines are left out beyond this.
    private static final int MANY = 5_000;

    private static final int TRIALS = 400;
    private static final int SHOPS = 25;
    private static final double PER_FATE = 1.0 / (TRIALS * SHOPS);
    private static final int CHOICES = 60;

    private Quality() {}

    static Learner learner(List<Precedent> past) {
        var learner = new Learner();
        var sequence = 0L;
        for (var precedent : past) {
            learner.note(new PrecedentChange(++sequence, precedent, false));
        }
        return learner;
    }

    static Map<String, Double> measure(World world, int cases) {
        var figures = Tally.figures();
        var past = world.past(cases);
        var learner = learner(past);
        var started = System.nanoTime();
        var model = learner.fit();
        figures.put(FIT_SECONDS, (System.nanoTime() - started) / 1e9);
        figures.put(EACH, 1.0);
        hits(world, model, guesses(world, model, past), figures);
        choices(world, model, figures);
        return figures;
    }

    private static Map<String, Guess> guesses(World world, Experience model, List<Precedent> past) {
        Map<String, Guess> guesses = new LinkedHashMap<>();
        guesses.put(OURS, traits -> model.forecast(traits).roi().expected());
        guesses.put(OVERALL, Baselines.overallAverage(past));
        guesses.put(GROUP, Baselines.groupAverage(past));
        if (past.size() <= MANY) {
            guesses.put(FIVE, Baselines.fiveMostSimilar(past));
            guesses.put(RIDGE, Baselines.plainRidge(past));
            guesses.put(INSIDER, new Insider(world, past));
        }
        return guesses;
    }

    private static void hits(
            World world, Experience model, Map<String, Guess> guesses, Map<String, Double> into) {
        for (var i = 0; i < TRIALS; i++) {
            var traits = world.plan(true);
            var truth = world.truth(traits).roi();
            var forecast = model.forecast(traits);
            Map<String, Double> said = new LinkedHashMap<>();
            guesses.forEach((name, guess) -> said.put(name, guess.roi(traits)));
            for (var fate : world.fates(traits, SHOPS)) {
                count(into, REACHABLE, within(truth, fate.roi()));
                said.forEach((name, roi) -> count(into, name, within(roi, fate.roi())));
                var people = forecast.participants();
                count(into, PEOPLE_HELD, holds(people.low(), fate.participants(), people.high()));
                count(
                        into,
                        ROI_HELD,
                        holds(forecast.roi().low(), fate.roi(), forecast.roi().high()));
            }
        }
    }

    private static void count(Map<String, Double> into, String name, boolean yes) {
        into.merge(name, yes ? PER_FATE : 0, Double::sum);
    }

    private static boolean within(double guess, double actual) {
        return Math.abs(guess - actual) <= 0.2 * Math.abs(actual);
    }

    private static boolean holds(int low, int value, int high) {
        return low <= value && value <= high;
    }

    /// Of six plans for one shop, takes the one with the highest promised ROI and looks what its
    /// true median is.
    private static void choices(World world, Experience model, Map<String, Double> into) {
        for (var i = 0; i < CHOICES; i++) {
            var best =
                    six(world).stream()
                            .map(t -> Map.entry(t, model.forecast(t).roi().expected()))
                            .max(Map.Entry.comparingByValue())
                            .orElseThrow();
            into.merge(PROMISED, best.getValue() / (double) CHOICES, Double::sum);
            into.merge(REACHED, world.truth(best.getKey()).roi() / CHOICES, Double::sum);
        }
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
}
