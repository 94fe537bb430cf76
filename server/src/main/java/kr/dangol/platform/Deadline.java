package kr.dangol.platform;

import java.time.Duration;

/// One absolute moment by which an answer must leave, handed down through every step. It lies on
/// the monotonic clock, so that a step of the wall clock neither cuts an answer off nor lets it
/// wait.
public final class Deadline {

    private final long nanoTime;

    private Deadline(long nanoTime) {
        this.nanoTime = nanoTime;
    }

    public static Deadline in(Duration time) {
        return new Deadline(System.nanoTime() + time.toNanos());
    }

    /// The time left, never negative.
    public Duration remaining() {
        return Duration.ofNanos(Math.max(0, nanoTime - System.nanoTime()));
    }

    public boolean hasPassed() {
        return remaining().isZero();
    }

    public Deadline earlierBy(Duration time) {
        return new Deadline(nanoTime - time.toNanos());
    }

    public Deadline laterBy(Duration time) {
        return new Deadline(nanoTime + time.toNanos());
    }
}
