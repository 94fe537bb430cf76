package kr.dangol.benchmarks.town;

import java.util.Arrays;
import java.util.List;
import java.util.function.Predicate;
import java.util.function.ToDoubleFunction;
import java.util.stream.DoubleStream;
import kr.dangol.benchmarks.town.Happening.Offer;

/// What is told of some happenings.
enum Figures {
    /// How far the six plans' promised medians are from the true ones, guests and takings together:
    /// what can be learned, without luck.
    DISTANCE(happenings ->
            mean(
                    happenings.stream()
                            .flatMap(each -> each.shown().stream())
                            .mapToDouble(Figures::distance))),
    GUESTS_MISSED(happenings ->
            median(
                    happenings,
                    each ->
                            Math.abs(
                                    logPeople(each.participants().expected())
                                            - logPeople(each.came().participants())))),
    GUESTS_MISSED_AT_BEST(happenings ->
            median(happenings, each -> Math.abs(each.plain().guests() - each.came().guests()))),
    ROI_MISSED(happenings ->
            median(
                    happenings,
                    each ->
                            Math.abs(
                                    logReturn(each.roi().expected())
                                            - logReturn(each.came().roi())))),
    ROI_MISSED_AT_BEST(happenings ->
            median(happenings, each -> Math.abs(each.plain().takings() - each.came().takings()))),
    ROI_WITHIN_20(happenings ->
            share(happenings, each -> isWithin20(each.roi().expected(), each.came().roi()))),
    ROI_WITHIN_20_AT_BEST(happenings ->
            share(happenings, each -> isWithin20(each.plain().roi(), each.came().roi()))),
    ROI_WITHIN_20_KNOWING_SHOPS(happenings ->
            share(happenings, each -> isWithin20(each.known().roi(), each.came().roi()))),
    GUESTS_HELD(happenings ->
            share(happenings, each -> each.participants().holds(each.came().participants()))),
    ROI_HELD(happenings -> share(happenings, each -> each.roi().holds(each.came().roi()))),
    /// Revenue promised over that of the true medians, over the plans as run.
    PROMISED(happenings ->
            happenings.stream().mapToDouble(each -> 100.0 + each.roi().expected()).sum()
                    / happenings.stream().mapToDouble(each -> 100.0 + each.plain().roi()).sum());

    private static final double LEAST = 0.01;

    private final ToDoubleFunction<List<Happening>> figure;

    Figures(ToDoubleFunction<List<Happening>> figure) {
        this.figure = figure;
    }

    double of(List<Happening> happenings) {
        return figure.applyAsDouble(happenings);
    }

    private static double distance(Offer offer) {
        var guests = Math.abs(logPeople(offer.participants()) - offer.truth().guests());
        var takings = Math.abs(logReturn(offer.roi()) - offer.truth().takings());
        return (guests + takings) / 2;
    }

    private static double logPeople(int participants) {
        return Math.log(Math.max(0.5, participants));
    }

    private static double logReturn(int roi) {
        return Math.log(Math.max(LEAST, 1 + roi / 100.0));
    }

    /// As the product measures it.
    private static boolean isWithin20(int foretold, int came) {
        return Math.abs(foretold - came) <= 0.2 * Math.abs(came);
    }

    private static double share(List<Happening> happenings, Predicate<Happening> what) {
        return mean(happenings.stream().mapToDouble(each -> what.test(each) ? 1 : 0));
    }

    private static double median(List<Happening> happenings, ToDoubleFunction<Happening> what) {
        var sorted = happenings.stream().mapToDouble(what).sorted().toArray();
        if (sorted.length == 0) {
            return Double.NaN;
        }
        var half = sorted.length / 2;
        return sorted.length % 2 == 1 ? sorted[half] : (sorted[half - 1] + sorted[half]) / 2;
    }

    private static double mean(DoubleStream values) {
        return Arrays.stream(values.toArray()).average().orElse(Double.NaN);
    }
}
