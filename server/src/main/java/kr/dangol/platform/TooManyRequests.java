package kr.dangol.platform;

import java.time.Duration;
import java.util.Map;

/// The caller asks more often than we let anybody: 429, with the time to wait.
public final class TooManyRequests extends Refusal {

    private final long seconds;

    public TooManyRequests(Duration wait) {
        this(Math.max(1, wait.plusMillis(999).toSeconds()));
    }

    private TooManyRequests(long seconds) {
        super(429, "too-many-requests", seconds);
        this.seconds = seconds;
    }

    @Override
    public Map<String, String> headers() {
        return Map.of("Retry-After", Long.toString(seconds));
    }
}
