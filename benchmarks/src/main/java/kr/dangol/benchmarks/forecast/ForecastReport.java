package kr.dangol.benchmarks.forecast;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/// Runs every measurement of forecasts and writes the page. Arguments: the page, and optionally how
/// many worlds to draw per size as a share of the full run, e.g. 0.1.
final class ForecastReport {

    /// What is to be reached at a number of cases; the first is only to beat the overall average.
    private record Goal(int cases, int worlds, double share, double heldFrom, double heldTo) {}

    private static final List<Goal> GOALS =
            List.of(
                    new Goal(20, 204, 0, 0.76, 0.86),
                    new Goal(100, 204, 0.85, 0.76, 0.86),
                    new Goal(400, 24, 0.93, 0.77, 0.84),
                    new Goal(5_000, 24, 0.98, 0.78, 0.82),
                    new Goal(100_000, 20, 0.99, 0.79, 0.81));

    private static final int WHAT_IFS = 10_000;

    private final StringBuilder page = new StringBuilder();
    private final double share;

    private ForecastReport(double share) {
        this.share = share;
    }

    public static void main(String[] args) throws IOException {
        var report = new ForecastReport(args.length > 1 ? Double.parseDouble(args[1]) : 1);
        report.write();
        Files.writeString(Path.of(args[0]), report.page);
    }

    private void write() {
        line("# Forecasts measured");
        line("");
        line(
                "Written by `benchmarks/run forecast` on %s: Java %s, %d processors, %s.",
                LocalDate.ofInstant(Instant.now(), ZoneId.of("Asia/Seoul")),
                Runtime.version().feature(),
                Runtime.getRuntime().availableProcessors(),
                System.getProperty("os.arch"));
        line("");
        line(
                "The machine was shared with other work, so times are upper bounds; the best of three runs counts.");
        line("");
        line(
                "Worlds are drawn by code that shares nothing with the model (`World`): hidden effects of");
        line("trade, place, purpose, channel, season, prize, deed and effort, some that only work");
        line(
                "together, a bend in the cost, shops that differ (0.25 on the log scale) and luck (0.42; noisy");
        line(
                "0.70; heavy tails: 0.30 times Student's t with 3 degrees). A third of the worlds let ROI");
        line(
                "follow the people, a third make ROI itself lognormal. Every forecast is for a new shop after");
        line(
                "the last known case. How much can be known at all is drawn too: what is knowable explains");
        line(
                "between a tenth and a half of the scatter. The price of that freedom: shares of different");
        line("worlds, ours or others', cannot be compared; columns of one row can.");
        line("");
        if (share > 0) {
            quality();
        }
        promises();
    }

    private void quality() {
        Map<Goal, Map<Climate, Tally>> all = new LinkedHashMap<>();
        for (var goal : GOALS) {
            all.put(goal, measure(goal));
        }
        line("## ROI within 20 % of actual, as a share of what the true median reaches");
        line("");
        line(
                "| cases | worlds | Dangol | goal | told the rules | overall average | group average | five most similar | plain ridge |");
        line("|---|---|---|---|---|---|---|---|---|");
        all.forEach((goal, climates) -> sharesRow(goal, whole(climates)));
        line("");
        line("Goals not met: %s.", missed(all));
        line("");
        line("*Told the rules*: one who knows how the world is made (which effects there are, how");
        line(
                "strong each kind is, the bend, the noise, how ROI follows) and learns only the size of");
        line(
                "each effect, by exact Bayesian regression from the same cases. What it misses nobody can");
        line(
                "know from these cases; what we miss beyond it is the price of finding the rules out.");
        line("");
        line(
                "± is the standard error over worlds. A dash: not measured, because it would take hours.");
        line("");
        line("## 80 % intervals, promises of the best of six, and fits");
        line("");
        line(
                "| cases | participants held | ROI held | goal | promised to reached ROI, best of six | mean fit |");
        line("|---|---|---|---|---|---|");
        all.forEach((goal, climates) -> heldRow(goal, whole(climates)));
        line("");
        line("## By kind of world");
        line("");
        line("Share of the true median / ROI held.");
        line("");
        line("| cases | %s |", String.join(" | ", names()));
        line("|---|%s", "---|".repeat(Climate.values().length));
        all.forEach(this::climateRow);
        line("");
    }

    private static String missed(Map<Goal, Map<Climate, Tally>> all) {
        var missed = new ArrayList<String>();
        all.forEach((goal, climates) -> {
            var share = whole(climates).ratio(Quality.OURS, Quality.REACHABLE);
            if (share < goal.share) {
                var by = goal.share - share;
                missed.add(String.format(Locale.ROOT, "%,d cases (by %.3f)", goal.cases, by));
            }
        });
        return missed.isEmpty() ? "none" : String.join(", ", missed);
    }

    private Map<Climate, Tally> measure(Goal goal) {
        Map<Climate, Tally> tallies = new LinkedHashMap<>();
        var worlds = (int) Math.max(Climate.values().length, goal.worlds * share);
        for (var w = 0; w < worlds; w++) {
            var climate = Climate.values()[w % Climate.values().length];
            var world = new World(climate, 1_000_003L * goal.cases + w);
            tallies.computeIfAbsent(climate, any -> new Tally())
                    .add(Quality.measure(world, goal.cases));
        }
        System.err.println("measured " + worlds + " worlds of " + goal.cases + " cases");
        return tallies;
    }

    private static Tally whole(Map<Climate, Tally> climates) {
        var whole = new Tally();
        climates.values().forEach(whole::addAll);
        return whole;
    }

    private void sharesRow(Goal goal, Tally tally) {
        line(
                "| %,d | %d | **%.3f** ± %.3f | %s | %s | %s | %s | %s | %s |",
                goal.cases,
                tally.worlds(),
                tally.ratio(Quality.OURS, Quality.REACHABLE),
                tally.ratioError(Quality.OURS, Quality.REACHABLE),
                goal.share == 0 ? "> overall" : "%.2f".formatted(goal.share),
                share(tally, Quality.INSIDER),
                share(tally, Quality.OVERALL),
                share(tally, Quality.GROUP),
                share(tally, Quality.FIVE),
                share(tally, Quality.RIDGE));
    }

    private static String share(Tally tally, String name) {
        return tally.has(name) ? "%.3f".formatted(tally.ratio(name, Quality.REACHABLE)) : "-";
    }

    private void heldRow(Goal goal, Tally tally) {
        line(
                "| %,d | %.1f %% | %.1f %% ± %.1f | %.0f-%.0f %% | %+.1f %% ± %.1f | %.2f s |",
                goal.cases,
                100 * tally.mean(Quality.PEOPLE_HELD),
                100 * tally.mean(Quality.ROI_HELD),
                100 * tally.ratioError(Quality.ROI_HELD, Quality.EACH),
                100 * goal.heldFrom,
                100 * goal.heldTo,
                100 * tally.ratio(Quality.PROMISED, Quality.REACHED) - 100,
                100 * tally.ratioError(Quality.PROMISED, Quality.REACHED),
                tally.mean(Quality.FIT_SECONDS));
    }

    private void climateRow(Goal goal, Map<Climate, Tally> climates) {
        var cells = new ArrayList<String>();
        for (var climate : Climate.values()) {
            var tally = climates.getOrDefault(climate, new Tally());
            cells.add(
                    "%.3f / %.0f %%"
                            .formatted(
                                    tally.ratio(Quality.OURS, Quality.REACHABLE),
                                    100 * tally.mean(Quality.ROI_HELD)));
        }
        line("| %,d | %s |", goal.cases, String.join(" | ", cells));
    }

    private static List<String> names() {
        var names = new ArrayList<String>();
        for (var climate : Climate.values()) {
            names.add(climate.name().toLowerCase(Locale.ROOT).replace('_', ' '));
        }
        return names;
    }

    private void promises() {
        line("## What must always hold");
        line("");
        line("| promise | bound | measured |");
        line("|---|---|---|");
        line(
                "| more money never foretells fewer people | 0 of %,d what-ifs | %d |",
                WHAT_IFS, Promises.falls(WHAT_IFS));
        for (var cases : List.of(400, 5_000)) {
            movedRow(
                    "one store doubles %,d cases by copies of an absurd success; forecasts for other trades"
                            .formatted(cases),
                    Promises.byFlood(cases, true));
            movedRow(
                    "the same with cases that differ in cost and outcome (%,d)".formatted(cases),
                    Promises.byFlood(cases, false));
        }
        movedRow("one case in twenty of 400 zero, negative or absurd", Promises.byAbsurdities(400));
        movedRow(
                "one case in twenty of 5,000 zero, negative or absurd",
                Promises.byAbsurdities(5_000));
        var small = Promises.speed(400);
        var large = Promises.speed(100_000);
        line(
                "| fit of 400 cases | - | %.2f s (%.2f s of processor time) |",
                small.fit(), small.fitWork());
        line(
                "| fit of 100,000 cases | 5 s on two cores | %.2f s (%.2f s of processor time on all cores) |",
                large.fit(), large.fitWork());
        line(
                "| one forecast (400 / 100,000 cases) | 0.2 ms | %.3f / %.3f ms |",
                small.forecast(), large.forecast());
        line(
                "| a thousand forecasts | 100 ms | %.0f / %.0f ms |",
                small.thousand(), large.thousand());
        line(
                "| learn one outcome and foretell again | 1 s | %.1f / %.1f ms |",
                small.learn(), large.learn());
    }

    private void movedRow(String what, Promises.Moved moved) {
        line(
                "| %s move little | median 10 %%, worst of twenty 25 %% | %.1f %%, %.1f %% |",
                what, 100 * moved.median(), 100 * moved.worstOfTwenty());
    }

    private void line(String format, Object... arguments) {
        page.append(arguments.length == 0 ? format : String.format(Locale.ROOT, format, arguments))
                .append('\n');
    }
}
