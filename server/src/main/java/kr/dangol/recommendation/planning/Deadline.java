package kr.dangol.recommendation.planning;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

/// One absolute moment by which an answer must leave, handed down through every step.
public record Deadline(Instant at, Clock clock) {

    public static Deadline in(Duration time, Clock clock) {
        return new Deadline(clock.instant().plus(time), clock);
    }

    /// The time left, never negative.
    public Duration remaining() {
        var left = Duration.between(clock.instant(), at);
        return left.isNegative() ? Duration.ZERO : left;
    }

    public boolean hasPassed() {
        return remaining().isZero();
    }
}
