package kr.dangol.benchmarks.town;

import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.IntPredicate;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/// The page that tells how forecasts did, and what of it must hold.
final class TownPage {

    /// The bounds that forecasts keep to in `benchmarks/run forecast` at so few cases.
    private static final double LEAST_HELD = 0.76;

    private static final double MOST_HELD = 0.86;
    private static final int LAST_THIRD = 8;

    private final int shops;
    private final Span span;
    private final Map<Telling, List<Story>> stories;
    private final List<String> missed = new ArrayList<>();

    TownPage(int shops, Span span, Map<Telling, List<Story>> stories) {
        this.shops = shops;
        this.span = span;
        this.stories = stories;
    }

    /// What must hold and does not; known once the text is.
    List<String> missed() {
        return List.copyOf(missed);
    }

    String text() {
        missed.clear();
        var told = in(Telling.ALWAYS, _ -> true);
        return """
        # A town's year

        Written by `benchmarks/run town`. %s%d shops each live %d days (in twelve parts, "months") with the whole
        product on empty data, the sample case book and a clock that the town moves; everything goes through the HTTP
        interface: signing up, opening a shop, asking for plans, choosing one, starting it on its day, telling what came.
        %,d events in all, as every town is told anew in several tellings: %s.

        What really moves an event is hidden and shares nothing with the model of forecasts (`HiddenWorld`): trade, place,
        purpose, season, channel, prize, deeds, pairs of these, a curve along the cost, drift; shops that differ (0.25 on the
        log scale) and luck (0.42). Luck is the same in every telling. The samples know nothing of the town: its level is
        drawn without looking at them. One owner in two takes the plan that promises the highest ROI, the others any; one in
        five changes the budget; one in five only guesses what came.

        ## What must hold

        | promise | measured | |
        |---|---|---|
        %s
        ## How far forecasts are from what can be known

        The median promised by each of the six plans against the true median, typical distance in percent (guests and
        revenue for each won together; e to the mean distance on the log scale). Luck plays no part in it.

        | month | events | %s |
        |---|---|%s
        %s
        ## Forecast and outcome, told all year

        Typical miss: the median distance of forecast and outcome, in percent. *At best*: the same for one who knows the true
        median of every plan in a shop of which nothing is known; shops and luck are what is left. Promised: the revenue
        promised over that of the true medians, over the plans as run (above 1: we promised too much).

        | month | guests missed | at best | ROI missed | at best | ROI within 20 %% | at best | guests held (80 %%) | ROI held (80 %%) | promised |
        |---|---|---|---|---|---|---|---|---|---|
        %s
        One who knows each shop's own standing as well would come within 20 %% of the ROI in %s of the events.

        ## Intervals that held, by telling

        Share of outcomes inside the 80 %% interval that the owner was shown, guests / ROI.

        | month | %s |
        |---|%s
        %s
        ± is the standard error over %s. Machine: %d processors, load average %.1f at the end, Java %s.
        """
                .formatted(
                        told.size() == 1 ? "" : told.size() + " towns of ",
                        shops,
                        span.days(),
                        stories.values().stream().flatMap(List::stream).mapToInt(Story::size).sum(),
                        heads(", "),
                        promises(),
                        heads(" | "),
                        "---|".repeat(stories.size()),
                        months(this::distances),
                        months(this::outcomes),
                        measured(Telling.ALWAYS, _ -> true, Figures.ROI_WITHIN_20_KNOWING_SHOPS)
                                .asShare(),
                        heads(" | "),
                        "---|".repeat(stories.size()),
                        months(this::held),
                        told.size() >= 3 ? "towns" : "parts of the town",
                        Runtime.getRuntime().availableProcessors(),
                        ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage(),
                        Runtime.version());
    }

    private String heads(String between) {
        return stories.keySet().stream().map(Telling::words).collect(Collectors.joining(between));
    }

    private static String months(Function<Integer, String> line) {
        return IntStream.range(0, Span.MONTHS)
                .mapToObj(month -> "| %d | %s |\n".formatted(month + 1, line.apply(month)))
                .reduce("", String::concat);
    }

    private String distances(int month) {
        var events = of(Telling.ALWAYS, month).stream().mapToInt(Story::size).sum();
        var line = new StringBuilder().append(events);
        for (var telling : stories.keySet()) {
            line.append(" | ").append(measured(telling, month, Figures.DISTANCE).asDistance());
        }
        return line.toString();
    }

    private String outcomes(int month) {
        Function<Figures, Measured> told = figure -> measured(Telling.ALWAYS, month, figure);
        return "%s | %s | %s | %s | %s | %s | %s | %s | %s"
                .formatted(
                        told.apply(Figures.GUESTS_MISSED).asDistance(),
                        told.apply(Figures.GUESTS_MISSED_AT_BEST).asDistance(),
                        told.apply(Figures.ROI_MISSED).asDistance(),
                        told.apply(Figures.ROI_MISSED_AT_BEST).asDistance(),
                        told.apply(Figures.ROI_WITHIN_20).asShare(),
                        told.apply(Figures.ROI_WITHIN_20_AT_BEST).asShare(),
                        told.apply(Figures.GUESTS_HELD).asShare(),
                        told.apply(Figures.ROI_HELD).asShare(),
                        told.apply(Figures.PROMISED).asRatio());
    }

    private String held(int month) {
        return stories.keySet().stream()
                .map(telling ->
                        "%s / %s"
                                .formatted(
                                        measured(telling, month, Figures.GUESTS_HELD).asShare(),
                                        measured(telling, month, Figures.ROI_HELD).asShare()))
                .collect(Collectors.joining(" | "));
    }

    private String promises() {
        var tellings = List.copyOf(stories.keySet());
        var ends =
                IntStream.range(1, tellings.size())
                        .mapToObj(i -> endsEarlier(tellings.get(i - 1), tellings.get(i)))
                        .collect(Collectors.joining());
        return comesNearer()
                + ends
                + holds("guests", Figures.GUESTS_HELD)
                + holds("ROI", Figures.ROI_HELD);
    }

    private String comesNearer() {
        var first = in(Telling.ALWAYS, month -> month == 0);
        var last = in(Telling.ALWAYS, month -> month >= LAST_THIRD);
        var nearer = Measured.difference(last, first, Figures.DISTANCE).isClearlyNegative();
        return promise(
                "forecasts come nearer while outcomes are told",
                "%s off in the first month, %s in the last four"
                        .formatted(
                                Measured.of(first, Figures.DISTANCE).asDistance(),
                                Measured.of(last, Figures.DISTANCE).asDistance()),
                nearer,
                !nearer);
    }

    /// In the last four months, later than anybody but one telling tells anything.
    private String endsEarlier(Telling longer, Telling shorter) {
        var more = in(longer, month -> month >= LAST_THIRD);
        var less = in(shorter, month -> month >= LAST_THIRD);
        var nearer = Measured.difference(more, less, Figures.DISTANCE).isClearlyNegative();
        return promise(
                "learning ends when outcomes are withheld: %s against %s"
                        .formatted(longer.words(), shorter.words()),
                "%s off against %s in the last four months"
                        .formatted(
                                Measured.of(more, Figures.DISTANCE).asDistance(),
                                Measured.of(less, Figures.DISTANCE).asDistance()),
                nearer,
                !nearer);
    }

    private String holds(String what, Figures figure) {
        var held = measured(Telling.ALWAYS, month -> month > 0, figure);
        return promise(
                "80 % intervals of {what} hold {least} to {most} of what came, once a month is told"
                        .replace("{what}", what)
                        .replace("{least}", "%.0f %%".formatted(100 * LEAST_HELD))
                        .replace("{most}", "%.0f %%".formatted(100 * MOST_HELD)),
                held.asShare() + " from the second month on",
                held.isWithin(LEAST_HELD, MOST_HELD, 0),
                !held.isWithin(LEAST_HELD, MOST_HELD, 2));
    }

    private String promise(String what, String measured, boolean met, boolean clearlyMissed) {
        if (clearlyMissed) {
            missed.add(what + ": " + measured);
        }
        var verdict = met ? "met" : clearlyMissed ? "**missed**" : "missed, within chance";
        return "| %s | %s | %s |\n".formatted(what, measured, verdict);
    }

    private Measured measured(Telling telling, int month, Figures figure) {
        return Measured.of(of(telling, month), figure);
    }

    private Measured measured(Telling telling, IntPredicate months, Figures figure) {
        return Measured.of(in(telling, months), figure);
    }

    private List<Story> of(Telling telling, int month) {
        return in(telling, each -> each == month);
    }

    private List<Story> in(Telling telling, IntPredicate months) {
        return stories.getOrDefault(telling, List.of()).stream()
                .map(town -> town.in(months))
                .toList();
    }
}
