package kr.dangol.platform;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class DeadlineTest {

    private static final Duration LONG = Duration.ofHours(1);

    @Test
    void countsDownAndNeverBelowNothing() {
        assertThat(Deadline.in(LONG).remaining()).isPositive().isLessThanOrEqualTo(LONG);
        assertThat(Deadline.in(Duration.ZERO).hasPassed()).isTrue();
        assertThat(Deadline.in(LONG.negated()).remaining()).isZero();
    }

    @Test
    void canBeMovedEitherWay() {
        var deadline = Deadline.in(LONG);
        assertThat(deadline.earlierBy(LONG.multipliedBy(2)).hasPassed()).isTrue();
        assertThat(deadline.laterBy(LONG).remaining()).isGreaterThan(LONG);
    }
}
