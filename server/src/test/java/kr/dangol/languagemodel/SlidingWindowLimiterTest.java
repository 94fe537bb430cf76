package kr.dangol.languagemodel;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.UUID;
import kr.dangol.platform.AccountId;
import org.junit.jupiter.api.Test;

class SlidingWindowLimiterTest {

    private final MovingClock clock = new MovingClock();
    private final SlidingWindowLimiter limiter = new SlidingWindowLimiter(10, clock);

    @Test
    void anOwnerAloneMayUseTheWholeMinuteAndNoMore() {
        var owner = owner();
        for (var i = 0; i < 10; i++) {
            assertThat(limiter.tryTake(owner)).isTrue();
        }
        assertThat(limiter.tryTake(owner)).isFalse();
    }

    @Test
    void callsComeBackAfterAMinute() {
        var owner = owner();
        for (var i = 0; i < 10; i++) {
            limiter.tryTake(owner);
        }
        clock.forward(Duration.ofSeconds(59));
        assertThat(limiter.tryTake(owner)).isFalse();
        clock.forward(Duration.ofSeconds(1));
        assertThat(limiter.tryTake(owner)).isTrue();
    }

    @Test
    void aBusyOwnerStandsBackWhenCallsAreShort() {
        var busy = owner();
        var quiet = owner();
        assertThat(limiter.tryTake(quiet)).isTrue();
        var taken = 0;
        while (limiter.tryTake(busy)) {
            taken++;
        }
        assertThat(taken).isEqualTo(5);
        for (var i = 0; i < 4; i++) {
            assertThat(limiter.tryTake(quiet)).isTrue();
        }
        assertThat(limiter.tryTake(quiet)).isFalse();
    }

    private static AccountId owner() {
        return new AccountId(UUID.randomUUID());
    }

    private static final class MovingClock extends Clock {

        private Instant now = Instant.parse("2026-11-22T00:00:00Z");

        void forward(Duration time) {
            now = now.plus(time);
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            throw new UnsupportedOperationException();
        }

        @Override
        public Instant instant() {
            return now;
        }
    }
}
