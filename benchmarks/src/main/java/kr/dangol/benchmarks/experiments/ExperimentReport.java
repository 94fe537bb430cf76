package kr.dangol.benchmarks.experiments;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;
import java.util.function.ToIntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import kr.dangol.experiment.statistics.Comparison;
import kr.dangol.experiment.statistics.DetectableEffect;
import kr.dangol.experiment.statistics.RatioAlarm;

/// Plays experiments on drawn shops by the product's own statistics and by the textbook's test, and
/// counts false winners, winners found, and days. Writes a page to the file named by the first
/// argument.
public final class ExperimentReport {

    private static final long SEED = 20_261_122;
    private static final int EXPERIMENTS = 2_000;
    private static final int DAYS = 120;
    private static final int SHOPS_A_DAY = 6;
    private static final double ALPHA = 0.05;
    private static final double RATIO_ALPHA = 0.01;
    private static final double BASE = 0.2;
    private static final double BETTER = 0.3;
    private static final double LOST = 0.25;
    private static final int NEVER = Integer.MAX_VALUE;

    private ExperimentReport() {}

    public static void main(String[] arguments) throws IOException {
        var page = page();
        Files.writeString(Path.of(arguments[0]), page);
        System.out.println(page);
    }

    /// The day on which each method named a winner, or NEVER. Who looks once looks on the last day.
    private record Ends(
            int ours,
            int shopsOnce,
            int shopsDaily,
            int answersOnce,
            int answersDaily,
            int ratioAlarm) {}

    private static String page() {
        var same = many(BASE, BASE, SHOPS_A_DAY, DAYS, 0);
        var different = many(BASE, BETTER, SHOPS_A_DAY, DAYS, 0);
        var fewSame = many(BASE, BASE, 1, 30, 0);
        var fewDifferent = many(BASE, BETTER, 1, 30, 0);
        var lossy = many(BASE, BASE, SHOPS_A_DAY, DAYS, LOST);
        var shops = SHOPS_A_DAY * DAYS;
        var falseWinners = share(same, Ends::ours);
        return """
        # Experiments

        %,d simulated experiments for each column, looked at every day. %d shops a day end their window,
        for %d days (%d shops in two arms by lot); a shop gives one to five answers, and shops differ
        much more than answers of one shop (beta distribution, concentration 2). The measure is the
        choice rate; the level is %.0f %%. Seed %d. Run again with `benchmarks/run experiments`.

        | rule | false winners: both %.0f %% | winners found: %.0f %% against %.0f %% | median days until found |
        |---|---|---|---|
        %s

        Wanted: at most 5 %% false winners with a look every day: %s.

        A shop is the unit here because answers of one shop resemble each other: the test that takes every
        answer for itself is wrong %.0f %% of the time even with a single look.

        | thirty shops, one a day | both %.0f %% | %.0f %% against %.0f %% |
        |---|---|---|
        | Dangol says that it cannot know yet | %s | %s |
        | Dangol names a winner | %s | %s |
        | z-test over answers with a look every day names one | %s | %s |

        | shops | smallest difference told before the start (base %.0f %%, found four times in five) |
        |---|---|
        %s

        | sample-ratio alarm, level %.0f %% | |
        |---|---|
        | alarms while the lot is fair | %s |
        | alarms when one arm loses %.0f %% of its shops | %s, median day %s |

        %s
        """
                .formatted(
                        EXPERIMENTS,
                        SHOPS_A_DAY,
                        DAYS,
                        shops,
                        ALPHA * 100,
                        SEED,
                        BASE * 100,
                        BASE * 100,
                        BETTER * 100,
                        rows(same, different),
                        falseWinners <= 0.05
                                ? "met, %s".formatted(percent(falseWinners))
                                : "missed, %s".formatted(percent(falseWinners)),
                        share(same, Ends::answersOnce) * 100,
                        BASE * 100,
                        BASE * 100,
                        BETTER * 100,
                        percent(1 - share(fewSame, Ends::ours)),
                        percent(1 - share(fewDifferent, Ends::ours)),
                        percent(share(fewSame, Ends::ours)),
                        percent(share(fewDifferent, Ends::ours)),
                        percent(share(fewSame, Ends::answersDaily)),
                        percent(share(fewDifferent, Ends::answersDaily)),
                        BASE * 100,
                        detectable(),
                        RATIO_ALPHA * 100,
                        percent(share(same, Ends::ratioAlarm)),
                        LOST * 100,
                        percent(share(lossy, Ends::ratioAlarm)),
                        median(lossy, Ends::ratioAlarm),
                        "Simulated; no machine figures are in it.");
    }

    private static String rows(List<Ends> same, List<Ends> different) {
        record Row(String name, Day day) {}
        return Stream.of(
                        new Row("Dangol, a look every day", Ends::ours),
                        new Row("z-test over shops, one look on the last day", Ends::shopsOnce),
                        new Row("z-test over shops, a look every day", Ends::shopsDaily),
                        new Row("z-test over answers, one look on the last day", Ends::answersOnce),
                        new Row("z-test over answers, a look every day", Ends::answersDaily))
                .map(row ->
                        "| %s | %s | %s | %s |"
                                .formatted(
                                        row.name(),
                                        percent(share(same, row.day())),
                                        percent(share(different, row.day())),
                                        median(different, row.day())))
                .collect(Collectors.joining("\n"));
    }

    private static String detectable() {
        return IntStream.of(30, 60, 120, 240, 480, 720)
                .mapToObj(shops -> {
                    var effect = DetectableEffect.of(shops / 2, BASE, ALPHA, 0.8);
                    return "| %d | %s |"
                            .formatted(
                                    shops,
                                    effect.isEmpty()
                                            ? "none"
                                            : "%.0f points".formatted(effect.getAsDouble() * 100));
                })
                .collect(Collectors.joining("\n"));
    }

    private static List<Ends> many(
            double control, double challenger, int shopsADay, int days, double lost) {
        var random = new SplittableRandom(SEED);
        var ends = new ArrayList<Ends>();
        for (var i = 0; i < EXPERIMENTS; i++) {
            ends.add(play(control, challenger, shopsADay, days, lost, random.split()));
        }
        return ends;
    }

    private static Ends play(
            double control,
            double challenger,
            int shopsADay,
            int days,
            double lost,
            SplittableRandom random) {
        var comparison = new Comparison(ALPHA);
        var perShop = new Rival(Rival.Unit.PER_SHOP);
        var perAnswer = new Rival(Rival.Unit.PER_ANSWER);
        var counts = new int[2];
        var ours = NEVER;
        var shopsDaily = NEVER;
        var answersDaily = NEVER;
        var alarm = NEVER;
        for (var day = 1; day <= days; day++) {
            for (var i = 0; i < shopsADay; i++) {
                var arm = random.nextInt(2);
                var shop = SimulatedShop.drawn(arm == 0 ? control : challenger, random);
                if (arm == 1 && random.nextDouble() < lost) {
                    continue;
                }
                counts[arm]++;
                perShop.add(arm, shop);
                perAnswer.add(arm, shop);
                if (arm == 0) {
                    comparison.addControl(shop.share());
                } else {
                    comparison.addChallenger(shop.share());
                }
            }
            ours = comparison.isDecided() ? Math.min(ours, day) : ours;
            shopsDaily = perShop.isSignificant() ? Math.min(shopsDaily, day) : shopsDaily;
            answersDaily = perAnswer.isSignificant() ? Math.min(answersDaily, day) : answersDaily;
            var odds = RatioAlarm.evidence(List.of(counts[0], counts[1]), List.of(0.5, 0.5));
            alarm = odds >= 1 / RATIO_ALPHA ? Math.min(alarm, day) : alarm;
        }
        return new Ends(
                ours,
                perShop.isSignificant() ? days : NEVER,
                shopsDaily,
                perAnswer.isSignificant() ? days : NEVER,
                answersDaily,
                alarm);
    }

    private interface Day extends ToIntFunction<Ends> {}

    private static double share(List<Ends> ends, Day day) {
        return ends.stream().filter(each -> day.applyAsInt(each) != NEVER).count()
                / (double) ends.size();
    }

    private static String median(List<Ends> ends, Day day) {
        var found = ends.stream().mapToInt(day).filter(each -> each != NEVER).sorted().toArray();
        return found.length == 0 ? "-" : String.valueOf(found[found.length / 2]);
    }

    private static String percent(double share) {
        return String.format(Locale.ROOT, "%.1f %%", share * 100);
    }
}
