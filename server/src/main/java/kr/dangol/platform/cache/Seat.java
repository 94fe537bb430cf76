package kr.dangol.platform.cache;

import java.time.Duration;
import java.util.Optional;

/// One listener's place on a flight. Used by one thread, and closed by whoever took it.
public final class Seat<T> implements AutoCloseable {

    private final Flight<T> flight;
    private int position;
    private boolean left;

    Seat(Flight<T> flight) {
        this.flight = flight;
    }

    /// Waits for the next element; empty when none came within `patience` or none will come.
    public Optional<T> next(Duration patience) throws InterruptedException {
        var element = Optional.ofNullable(flight.await(position, patience));
        element.ifPresent(_ -> position++);
        return element;
    }

    /// Whether everything was received. Throws [FlightFailed] when the work failed before its end.
    public boolean isOver() {
        return flight.isOverAt(position);
    }

    @Override
    public void close() {
        if (!left) {
            left = true;
            flight.leave();
        }
    }
}
