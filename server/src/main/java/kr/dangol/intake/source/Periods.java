package kr.dangol.intake.source;

import java.time.LocalDate;
import java.time.YearMonth;

/// The days that periods of statistics stand for.
public final class Periods {

    private Periods() {}

    /// The last day of a month written as 202606.
    public static LocalDate endOfMonth(String period) {
        return YearMonth.of(year(period), part(period)).atEndOfMonth();
    }

    /// The last day of a quarter written as 202602 or 20262.
    public static LocalDate endOfQuarter(String period) {
        return YearMonth.of(year(period), part(period) * 3).atEndOfMonth();
    }

    private static int year(String period) {
        return Integer.parseInt(period.substring(0, 4));
    }

    private static int part(String period) {
        return Integer.parseInt(period.substring(4));
    }
}
