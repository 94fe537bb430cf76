package kr.dangol.insight.sums;

import java.time.LocalDate;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import java.util.List;

/// Business days of Asia/Seoul, from one (included) until another (not included).
public record Span(LocalDate from, LocalDate until) {

    public Span {
        if (!from.isBefore(until)) {
            throw new IllegalArgumentException(from + " is not before " + until);
        }
    }

    /// Both days included, as people mean it.
    public static Span of(LocalDate first, LocalDate last) {
        return new Span(first, last.plusDays(1));
    }

    public static Span of(YearMonth month) {
        return Span.of(month.atDay(1), month.atEndOfMonth());
    }

    public LocalDate last() {
        return until.minusDays(1);
    }

    public long length() {
        return ChronoUnit.DAYS.between(from, until);
    }

    /// As many days, just before.
    public Span previous() {
        return new Span(from.minusDays(length()), from);
    }

    public List<LocalDate> days() {
        return from.datesUntil(until).toList();
    }
}
