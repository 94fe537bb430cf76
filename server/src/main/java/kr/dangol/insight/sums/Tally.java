package kr.dangol.insight.sums;

import java.util.Arrays;
import java.util.OptionalDouble;

/// Sums, one for each constant of `C`, and a histogram. Starts with nothing.
public final class Tally<C extends Enum<C>> {

    private final long[] sums;
    private long[] classes = {};

    public Tally(Class<C> columns) {
        this.sums = new long[columns.getEnumConstants().length];
    }

    public long get(C column) {
        return sums[column.ordinal()];
    }

    public Tally<C> add(C column, long amount) {
        sums[column.ordinal()] += amount;
        return this;
    }

    public Tally<C> addIf(boolean holds, C column) {
        return holds ? add(column, 1) : this;
    }

    /// Counts a value in the histogram.
    public Tally<C> observe(double value) {
        return addClasses(LogHistogram.one(value), 1);
    }

    public Tally<C> add(Tally<C> other) {
        return add(other, 1);
    }

    public Tally<C> subtract(Tally<C> other) {
        return add(other, -1);
    }

    /// The part of a whole; NaN of nothing is no answer, so it is empty.
    public OptionalDouble share(C part, C whole) {
        var of = get(whole);
        return of == 0 ? OptionalDouble.empty() : OptionalDouble.of((double) get(part) / of);
    }

    public OptionalDouble percentile(double share) {
        var histogram = new LogHistogram();
        histogram.add(classes);
        return histogram.percentile(share);
    }

    boolean isZero() {
        return Arrays.stream(sums).allMatch(each -> each == 0)
                && Arrays.stream(classes).allMatch(each -> each == 0);
    }

    long[] classes() {
        return classes.clone();
    }

    Tally<C> addClasses(long[] more, int sign) {
        if (more.length > classes.length) {
            classes = Arrays.copyOf(classes, more.length);
        }
        for (var i = 0; i < more.length; i++) {
            classes[i] += sign * more[i];
        }
        return this;
    }

    private Tally<C> add(Tally<C> other, int sign) {
        for (var i = 0; i < sums.length; i++) {
            sums[i] += sign * other.sums[i];
        }
        return addClasses(other.classes, sign);
    }
}
