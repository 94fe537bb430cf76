package kr.dangol.insight.measures;

import java.time.Clock;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import kr.dangol.insight.sums.AnswerSum;
import kr.dangol.insight.sums.CallSum;
import kr.dangol.insight.sums.Cube;
import kr.dangol.insight.sums.Span;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.stereotype.Component;

/// The bill of the running month: what outside calls cost so far, what they will cost if the rest
/// of the month is like the last seven whole days (each weekday once), and what costs the same
/// every month.
@Component
@EnableConfigurationProperties(InsightProperties.class)
public class Bill {

    private static final int LOOK_BACK = 7;

    private final Cube<CallSum> calls;
    private final Cube<AnswerSum> answers;
    private final InsightProperties properties;
    private final Clock clock;

    Bill(Cube<CallSum> calls, Cube<AnswerSum> answers, InsightProperties properties, Clock clock) {
        this.calls = calls;
        this.answers = answers;
        this.properties = properties;
        this.clock = clock;
    }

    /// What costs the same every month, used or not.
    public record FixedCost(String name, long krw) {}

    /// All in won. `budget` is what outside calls may cost in this month by the daily budget, null
    /// where there is none; `days` are outside calls day by day up to today.
    public record Month(
            YearMonth month,
            long today,
            long spent,
            long expected,
            long fixed,
            List<FixedCost> fixedCosts,
            @Nullable Long budget,
            long savedByCache,
            long recommendations,
            List<Long> days) {

        /// The whole bill, as it will probably be.
        public long total() {
            return expected + fixed;
        }
    }

    public Month thisMonth() {
        var today = LocalDate.now(clock);
        var month = YearMonth.from(today);
        var soFar = Span.of(month.atDay(1), today);
        var byDay = calls.byDay(soFar, Map.of());
        var days =
                soFar.days().stream()
                        .map(day -> byDay.getOrDefault(day, Sums.NO_CALLS).get(CallSum.COST_KRW))
                        .toList();
        var spent = days.stream().mapToLong(Long::longValue).sum();
        var answered = answers.total(soFar, Map.of());
        var fixedCosts = properties.fixedCosts();
        return new Month(
                month,
                days.getLast(),
                spent,
                spent + rest(today, days.getLast()),
                fixedCosts.stream().mapToLong(FixedCost::krw).sum(),
                fixedCosts,
                properties.monthlyBudget(month),
                answered.get(AnswerSum.SAVED_KRW),
                answered.get(AnswerSum.ANSWERS),
                days);
    }

    /// What the rest of the month will cost. Today counts in full unless it cost more already.
    private long rest(LocalDate today, long spentToday) {
        var lately = new Span(today.minusDays(LOOK_BACK), today);
        var aDay = calls.total(lately, Map.of()).get(CallSum.COST_KRW) / (double) LOOK_BACK;
        var daysAfter = YearMonth.from(today).lengthOfMonth() - today.getDayOfMonth();
        return Math.round(Math.max(0, aDay - spentToday) + aDay * daysAfter);
    }
}
