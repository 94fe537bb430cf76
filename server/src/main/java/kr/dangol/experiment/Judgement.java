package kr.dangol.experiment;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import java.util.stream.Stream;
import kr.dangol.experiment.Experiment.Option;
import kr.dangol.experiment.Participation.Shop;
import kr.dangol.experiment.statistics.Comparison;
import kr.dangol.experiment.statistics.Interval;
import kr.dangol.experiment.statistics.RatioAlarm;
import org.jspecify.annotations.Nullable;

/// What an experiment says by now, by the rule that is printed beside it. A shop counts once, when
/// its window has passed (or its first event is closed), and never changes afterwards: that is what
/// lets somebody look every day.
final class Judgement {

    static final double ALPHA = 0.05;
    static final double RATIO_ALPHA = 0.01;

    /// Two writers that differ by less are as good as each other: five points of a share.
    static final double SAME = 0.05;

    private static final int FEWEST_PAIRS_FOR_CAUTION = 10;

    private final Experiment experiment;
    private final List<Shop> shops;
    private final Instant asOf;
    private final ZoneId zone;

    private Judgement(Experiment experiment, List<Shop> shops, Instant asOf, ZoneId zone) {
        this.experiment = experiment;
        this.shops = shops;
        this.asOf = asOf;
        this.zone = zone;
    }

    /// What may be said.
    enum Verdict {
        NOT_YET,
        WINNER,
        /// Better by the measure, but something else got worse.
        WINNER_WITHHELD,
        SAME,
        /// Shops do not arrive in the arms as the lot sends them; nothing else counts.
        RATIO_ALARM
    }

    /// All of it. Differences are in the measure's own figures, percent points or points of ROI.
    record Result(
            Verdict verdict,
            @Nullable String winner,
            List<ArmResult> arms,
            List<Difference> differences,
            Ratio ratio,
            List<Guard> guards) {}

    /// `counted` shops have ended their window; `mean` is of these.
    record ArmResult(String key, int shops, int counted, @Nullable Double mean) {}

    /// A challenger against the control.
    record Difference(
            String arm,
            int pairs,
            double difference,
            double low,
            double high,
            double evidence,
            boolean isDecided,
            boolean isBetter,
            List<Point> points) {}

    /// How it stood at the end of a day.
    record Point(LocalDate day, int pairs, double difference, double low, double high) {}

    record Ratio(double evidence, double alarmFrom, boolean isAlarm) {}

    /// Something that must not get worse by more than `tolerance`.
    record Guard(
            String arm,
            String name,
            double difference,
            double low,
            double high,
            double tolerance,
            State state) {

        enum State {
            FINE,
            /// Looks worse, which may be chance.
            CAUTION,
            /// Is worse.
            BROKEN
        }
    }

    static Result of(Experiment experiment, List<Shop> shops, Instant now, ZoneId zone) {
        var ended = experiment.endedAt();
        return new Judgement(experiment, shops, ended == null ? now : ended, zone).result();
    }

    private Result result() {
        var differences = experiment.challengers().stream().map(this::difference).toList();
        var guards = experiment.challengers().stream().flatMap(this::guards).toList();
        var ratio = ratio();
        var winner = winner(differences);
        return new Result(
                verdict(differences, guards, ratio, winner),
                ratio.isAlarm() ? null : winner,
                experiment.arms().stream().map(this::armResult).toList(),
                differences,
                ratio,
                guards);
    }

    private Verdict verdict(
            List<Difference> differences,
            List<Guard> guards,
            Ratio ratio,
            @Nullable String winner) {
        if (ratio.isAlarm()) {
            return Verdict.RATIO_ALARM;
        }
        if (winner != null) {
            var isClean =
                    guards.stream()
                            .filter(guard -> guard.arm().equals(winner))
                            .allMatch(guard -> guard.state() == Guard.State.FINE);
            return isClean ? Verdict.WINNER : Verdict.WINNER_WITHHELD;
        }
        var same = SAME * scale();
        return differences.stream().allMatch(each -> -same <= each.low() && each.high() <= same)
                ? Verdict.SAME
                : Verdict.NOT_YET;
    }

    /// The challenger that is better than the control, the best of them by what is certain; the
    /// control when every challenger is worse.
    private @Nullable String winner(List<Difference> differences) {
        var better =
                differences.stream()
                        .filter(each -> each.isDecided() && each.isBetter())
                        .max(Comparator.comparingDouble(this::certainGain));
        if (better.isPresent()) {
            return better.get().arm();
        }
        var allAreWorse = differences.stream().allMatch(each -> each.isDecided());
        return allAreWorse ? experiment.control().key() : null;
    }

    private double certainGain(Difference difference) {
        return experiment.measure().isTurnedRound() ? -difference.high() : difference.low();
    }

    private ArmResult armResult(Option arm) {
        var values =
                shops.stream()
                        .filter(shop -> shop.arm().equals(arm.key()) && readyAt(shop) != null)
                        .mapToDouble(this::value)
                        .toArray();
        var all = (int) shops.stream().filter(shop -> shop.arm().equals(arm.key())).count();
        var mean = Arrays.stream(values).average();
        return new ArmResult(
                arm.key(), all, values.length, mean.isPresent() ? shown(mean.getAsDouble()) : null);
    }

    private Difference difference(Option challenger) {
        var comparison = new Comparison(ALPHA / experiment.challengers().size());
        var points = new ArrayList<Point>();
        LocalDate day = null;
        for (var each : inOrder(this::readyAt, challenger)) {
            var its = LocalDate.ofInstant(Objects.requireNonNull(readyAt(each)), zone);
            if (day != null && !day.equals(its)) {
                points.add(point(day, comparison));
            }
            day = its;
            add(comparison, each, value(each));
        }
        if (day != null) {
            points.add(point(day, comparison));
        }
        var end = points.isEmpty() ? point(LocalDate.EPOCH, comparison) : points.getLast();
        return new Difference(
                challenger.key(),
                comparison.pairs(),
                end.difference(),
                end.low(),
                end.high(),
                comparison.evidence(),
                comparison.isDecided(),
                comparison.difference() > 0,
                points);
    }

    private void add(Comparison comparison, Shop shop, double value) {
        if (shop.arm().equals(experiment.control().key())) {
            comparison.addControl(value);
        } else {
            comparison.addChallenger(value);
        }
    }

    private Point point(LocalDate day, Comparison comparison) {
        var interval = shown(comparison.interval());
        return new Point(
                day,
                comparison.pairs(),
                sign() * scale() * comparison.difference(),
                interval.low(),
                interval.high());
    }

    /// Shops of the control and one challenger that may be counted, as they became ready.
    private List<Shop> inOrder(Function<Shop, @Nullable Instant> ready, Option challenger) {
        return shops.stream()
                .filter(shop ->
                        shop.arm().equals(challenger.key())
                                || shop.arm().equals(experiment.control().key()))
                .filter(shop -> ready.apply(shop) != null)
                .sorted(
                        Comparator.comparing(
                                        (Shop shop) -> Objects.requireNonNull(ready.apply(shop)))
                                .thenComparing(Shop::exposedAt))
                .toList();
    }

    /// When a shop's value stands; null while it does not yet.
    private @Nullable Instant readyAt(Shop shop) {
        return experiment.measure().isOfEvents() ? past(shop.outcomeAt()) : windowEnd(shop);
    }

    private @Nullable Instant windowEnd(Shop shop) {
        return past(shop.exposedAt().plus(experiment.window()));
    }

    private @Nullable Instant past(@Nullable Instant at) {
        return at == null || at.isAfter(asOf) ? null : at;
    }

    /// In [0, 1], more is better.
    private double value(Shop shop) {
        return switch (experiment.measure()) {
            // Whoever left before the sixth plan was shown plans all the same, and chose none.
            case CHOICE_RATE -> share(shop.chosen(), shop.answers());
            case REGENERATE_RATE -> 1 - share(shop.regenerated(), shop.answers());
            case FORECAST_ERROR -> 1 - Math.min(1, error(shop));
            case OUTCOME -> Math.clamp((actual(shop) + 100.0) / 500, 0, 1);
        };
    }

    private static double share(int some, int all) {
        return all == 0 ? 0 : (double) some / all;
    }

    private static double error(Shop shop) {
        var predicted = Objects.requireNonNull(shop.predictedRoi());
        return Math.abs((double) predicted - actual(shop)) / Math.abs((double) actual(shop));
    }

    private static int actual(Shop shop) {
        return Objects.requireNonNull(shop.actualRoi());
    }

    /// A mean as its reader knows the measure.
    private double shown(double value) {
        return switch (experiment.measure()) {
            case CHOICE_RATE -> 100 * value;
            case REGENERATE_RATE, FORECAST_ERROR -> 100 * (1 - value);
            case OUTCOME -> 500 * value - 100;
        };
    }

    private Interval shown(Interval interval) {
        return experiment.measure().isTurnedRound()
                ? new Interval(-scale() * interval.high(), -scale() * interval.low())
                : new Interval(scale() * interval.low(), scale() * interval.high());
    }

    private double sign() {
        return experiment.measure().isTurnedRound() ? -1 : 1;
    }

    private double scale() {
        return experiment.measure() == Measure.OUTCOME ? 500 : 100;
    }

    private Ratio ratio() {
        var counts =
                experiment.arms().stream()
                        .map(arm ->
                                (int)
                                        shops.stream()
                                                .filter(shop -> shop.arm().equals(arm.key()))
                                                .count())
                        .toList();
        var share = 1.0 / experiment.arms().size();
        var evidence =
                RatioAlarm.evidence(counts, experiment.arms().stream().map(_ -> share).toList());
        return new Ratio(evidence, 1 / RATIO_ALPHA, evidence >= 1 / RATIO_ALPHA);
    }

    private Stream<Guard> guards(Option challenger) {
        return Stream.of(
                // Seconds, of ten.
                guard(challenger, "latency", shop -> Math.min(1, shop.millis() / 10_000), 10, 1),
                // Won an answer, of a hundred.
                guard(challenger, "cost", shop -> Math.min(1, shop.costKrw() / 100), 100, 10),
                // Percent points.
                guard(challenger, "degraded", Shop::degraded, 100, 5));
    }

    private Guard guard(
            Option challenger,
            String name,
            ToDoubleFunction<Shop> value,
            double scale,
            double tolerance) {
        var comparison = new Comparison(ALPHA);
        inOrder(this::windowEnd, challenger)
                .forEach(shop -> add(comparison, shop, value.applyAsDouble(shop)));
        var interval = comparison.interval();
        var difference = scale * comparison.difference();
        var state =
                scale * interval.low() > tolerance
                        ? Guard.State.BROKEN
                        : difference > tolerance && comparison.pairs() >= FEWEST_PAIRS_FOR_CAUTION
                                ? Guard.State.CAUTION
                                : Guard.State.FINE;
        return new Guard(
                challenger.key(),
                name,
                difference,
                scale * interval.low(),
                scale * interval.high(),
                tolerance,
                state);
    }
}
