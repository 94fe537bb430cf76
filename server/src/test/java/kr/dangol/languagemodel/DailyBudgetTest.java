package kr.dangol.languagemodel;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;

class DailyBudgetTest {

    /// A won is a thousandth of a dollar here.
    private final PriceTable prices = new PriceTable(List.of(), 1_000);

    private final ListAppender<ILoggingEvent> log = new ListAppender<>();
    private final Logger logger = (Logger) LoggerFactory.getLogger(DailyBudget.class);
    private Instant now = Instant.parse("2026-11-22T03:00:00Z");
    private long others;

    private final Clock clock = new MovingClock(ZoneId.of("Asia/Seoul"));

    private final DailyBudget budget = new DailyBudget(100L, prices, _ -> others, clock);

    @BeforeEach
    void listen() {
        log.start();
        logger.addAppender(log);
    }

    @AfterEach
    void stopListening() {
        logger.detachAppender(log);
    }

    @Test
    void warnsOnceAtEachStepAndThenIsSpent() {
        spendWon(49);
        assertThat(warnings()).isEmpty();
        spendWon(1);
        spendWon(20);
        spendWon(10);
        spendWon(15);

        assertThat(warnings()).hasSize(3);
        assertThat(warnings().getFirst()).contains("50 %");
        assertThat(warnings().getLast()).contains("95 %");
        assertThat(budget.isSpent()).isFalse();
        spendWon(5);
        assertThat(budget.isSpent()).isTrue();
        assertThat(warnings()).hasSize(3);
    }

    @Test
    void countsWhatOtherInstancesSpent() {
        assertThat(budget.isSpent()).isFalse();
        others = 100_000;
        now = now.plus(Duration.ofMinutes(1));

        assertThat(budget.isSpent()).isTrue();
    }

    @Test
    void beginsAnewAtMidnightInSeoul() {
        spendWon(100);
        assertThat(budget.isSpent()).isTrue();
        now = Instant.parse("2026-11-22T15:00:00Z");

        assertThat(budget.isSpent()).isFalse();
    }

    private void spendWon(long won) {
        budget.isSpent();
        budget.spend(won * 1_000);
    }

    private List<String> warnings() {
        return log.list.stream().map(ILoggingEvent::getFormattedMessage).toList();
    }

    private final class MovingClock extends Clock {

        private final ZoneId zone;

        MovingClock(ZoneId zone) {
            this.zone = zone;
        }

        @Override
        public ZoneId getZone() {
            return zone;
        }

        @Override
        public Clock withZone(ZoneId other) {
            return new MovingClock(other);
        }

        @Override
        public Instant instant() {
            return now;
        }
    }
}
