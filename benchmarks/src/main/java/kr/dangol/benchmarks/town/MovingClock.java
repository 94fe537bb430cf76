package kr.dangol.benchmarks.town;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;

/// The product's clock, which stands still until the town moves it on.
final class MovingClock extends Clock {

    private static final ZoneId SEOUL = ZoneId.of("Asia/Seoul");
    private static final LocalTime OPENING = LocalTime.of(9, 0);

    private final ZoneId zone;
    private volatile Instant now;

    MovingClock(LocalDate day) {
        this(SEOUL, day.atTime(OPENING).atZone(SEOUL).toInstant());
    }

    private MovingClock(ZoneId zone, Instant now) {
        this.zone = zone;
        this.now = now;
    }

    /// To nine in the morning of a later day.
    void moveTo(LocalDate day) {
        now = day.atTime(OPENING).atZone(SEOUL).toInstant();
    }

    void moveOn(Duration by) {
        now = now.plus(by);
    }

    @Override
    public Instant instant() {
        return now;
    }

    @Override
    public ZoneId getZone() {
        return zone;
    }

    /// Follows this clock no further; nobody in the product keeps such a one.
    @Override
    public Clock withZone(ZoneId other) {
        return new MovingClock(other, now);
    }
}
