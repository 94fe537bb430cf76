package kr.dangol.insight.sums;

import java.time.LocalDate;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;

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

    /// The months that lie in it from their first day to their last; empty where none does.
    Optional<Span> wholeMonths() {
        var first = from.getDayOfMonth() == 1 ? from : from.plusMonths(1).withDayOfMonth(1);
        var after = until.withDayOfMonth(1);
        return first.isBefore(after) ? Optional.of(new Span(first, after)) : Optional.empty();
    }

    public List<LocalDate> days() {
        return from.datesUntil(until).toList();
    }
}
