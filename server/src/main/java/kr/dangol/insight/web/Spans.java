package kr.dangol.insight.web;

import java.time.Clock;
import java.time.LocalDate;
import kr.dangol.insight.sums.Span;
import kr.dangol.platform.InvalidRequest;
import kr.dangol.platform.Refusal.FieldError;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// Reads the days that are asked for: business days of Asia/Seoul, both ends included. Without an
/// end it is today in Seoul, without a beginning the 30 days up to the end.
@Component
class Spans {

    private static final int DEFAULT_DAYS = 30;

    /// More is asked for by mistake, and every day is a point in a chart.
    private static final int MOST_DAYS = 3660;

    private final Clock clock;

    Spans(Clock clock) {
        this.clock = clock;
    }

    Span of(@Nullable LocalDate from, @Nullable LocalDate to) {
        var last = to == null ? LocalDate.now(clock) : to;
        var first = from == null ? last.minusDays(DEFAULT_DAYS - 1L) : from;
        if (first.isAfter(last) || first.isBefore(last.minusDays(MOST_DAYS))) {
            throw new InvalidRequest(FieldError.of("from", "field.insight.period"));
        }
        return Span.of(first, last);
    }
}
