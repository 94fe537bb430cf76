package kr.dangol.platform.cache;

/// The work of a flight threw; the cause says what.
public final class FlightFailed extends RuntimeException {

    FlightFailed(Throwable cause) {
        super(cause);
    }
}
