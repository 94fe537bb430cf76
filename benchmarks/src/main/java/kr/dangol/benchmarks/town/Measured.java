package kr.dangol.benchmarks.town;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/// A figure with its standard error, from how much it differs between parts of the data: towns, or
/// with few towns parts of their shops.
record Measured(double value, double error) {

    private static final int FEW_TOWNS = 3;
    private static final int PARTS = 6;

    static Measured of(List<Story> towns, Figures figure) {
        return new Measured(ofAll(towns, figure), errorOf(ofParts(towns, figure)));
    }

    /// How much more the figure is in some stories than in others of the same towns.
    static Measured difference(List<Story> some, List<Story> others, Figures figure) {
        var ofSome = ofParts(some, figure);
        var ofOthers = ofParts(others, figure);
        var differences =
                IntStream.range(0, ofSome.length).mapToDouble(i -> ofSome[i] - ofOthers[i]);
        return new Measured(
                ofAll(some, figure) - ofAll(others, figure), errorOf(differences.toArray()));
    }

    private static double ofAll(List<Story> towns, Figures figure) {
        return figure.of(towns.stream().flatMap(each -> each.happenings().stream()).toList());
    }

    /// Not a number for a part in which nothing happened.
    private static double[] ofParts(List<Story> towns, Figures figure) {
        var parts =
                towns.size() >= FEW_TOWNS
                        ? towns.stream()
                        : towns.stream()
                                .flatMap(town ->
                                        IntStream.range(0, PARTS)
                                                .mapToObj(part -> town.ofShops(part, PARTS)));
        return parts.mapToDouble(
                        part -> part.size() == 0 ? Double.NaN : figure.of(part.happenings()))
                .toArray();
    }

    private static double errorOf(double[] parts) {
        var known = Arrays.stream(parts).filter(Double::isFinite).toArray();
        var n = known.length;
        var mean = Arrays.stream(known).average().orElse(Double.NaN);
        var squares = Arrays.stream(known).map(each -> (each - mean) * (each - mean)).sum();
        return Math.sqrt(squares / (n - 1) / n);
    }

    /// Below zero by more than chance explains.
    boolean isClearlyNegative() {
        return value + 2 * error < 0;
    }

    /// Within these bounds, widened by so many standard errors.
    boolean isWithin(double least, double most, double errors) {
        return least - errors * error <= value && value <= most + errors * error;
    }

    /// A share as percent.
    String asShare() {
        return "%.0f %% ± %.0f".formatted(100 * value, 100 * error);
    }

    /// A distance on the log scale as percent: 0.22 is "25 %".
    String asDistance() {
        return "%.0f %% ± %.0f".formatted(100 * Math.expm1(value), 100 * Math.exp(value) * error);
    }

    String asRatio() {
        return "%.2f ± %.2f".formatted(value, error);
    }
}
