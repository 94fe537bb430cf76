package kr.dangol.insight.sums;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.time.YearMonth;
import org.junit.jupiter.api.Test;

class SpanTest {

    private static final LocalDate DAY = LocalDate.of(2026, 3, 1);

    @Test
    void aSpanEndsWhereTheNextBegins() {
        var span = Span.of(DAY, DAY.plusDays(6));

        assertThat(span.length()).isEqualTo(7);
        assertThat(span.last()).isEqualTo(DAY.plusDays(6));
        assertThat(span.days()).hasSize(7).contains(DAY, span.last()).doesNotContain(span.until());
        assertThat(span.previous().until()).isEqualTo(span.from());
        assertThat(span.previous().length()).isEqualTo(7);
    }

    @Test
    void aMonthHoldsItsLastDay() {
        var february = Span.of(YearMonth.of(2028, 2));

        assertThat(february.last()).isEqualTo(LocalDate.of(2028, 2, 29));
        assertThat(february.length()).isEqualTo(29);
    }

    @Test
    void wholeMonthsAreThoseFromTheFirstDayToTheLast() {
        var january = LocalDate.of(2026, 1, 1);
        assertThat(Span.of(january, LocalDate.of(2026, 12, 31)).wholeMonths())
                .contains(Span.of(january, LocalDate.of(2026, 12, 31)));
        assertThat(Span.of(january.plusDays(1), LocalDate.of(2026, 12, 30)).wholeMonths())
                .contains(Span.of(LocalDate.of(2026, 2, 1), LocalDate.of(2026, 11, 30)));
        assertThat(Span.of(january, LocalDate.of(2026, 1, 30)).wholeMonths()).isEmpty();
        assertThat(Span.of(january.plusDays(1), LocalDate.of(2026, 2, 27)).wholeMonths()).isEmpty();
        assertThat(Span.of(january.plusDays(9), january.plusDays(12)).wholeMonths()).isEmpty();
    }

    @Test
    void nothingEndsBeforeItBegins() {
        assertThatThrownBy(() -> new Span(DAY, DAY)).isInstanceOf(IllegalArgumentException.class);
    }
}
