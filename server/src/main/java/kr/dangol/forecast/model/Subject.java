package kr.dangol.forecast.model;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// What is known of a case before it happens, in the order the [Design] names it: the levels of its
/// factors (null where unknown), its measures, its texts, its dose (a logarithm) and its time in
/// years (NaN where unknown).
public record Subject(
        List<@Nullable String> factors,
        List<Double> measures,
        List<String> texts,
        double dose,
        double time) {

    boolean isTimed() {
        return !Double.isNaN(time);
    }

    public Subject withDose(double other) {
        return new Subject(factors, measures, texts, other, time);
    }
}
