package kr.dangol.benchmarks.town;

import java.time.LocalDate;

/// The days that a town lives, in twelve parts of equal length, which are months where they are a
/// year.
record Span(LocalDate first, int days) {

    static final int MONTHS = 12;

    int monthOf(LocalDate day) {
        return (int) ((day.toEpochDay() - first.toEpochDay()) * MONTHS / days);
    }
}
