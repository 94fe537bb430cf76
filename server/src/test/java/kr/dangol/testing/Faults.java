package kr.dangol.testing;

import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.random.RandomGenerator;

/// The mischief of a network and of a service under load, at random: too many requests, errors of
/// the server, a plain-text refusal of a good key, connections reset before the work and, worst,
/// after it.
public final class Faults {

    private final RandomGenerator random;
    private final double share;
    private final AtomicInteger made = new AtomicInteger();

    /// @param share of all calls that go wrong
    public Faults(RandomGenerator random, double share) {
        this.random = random;
        this.share = share;
    }

    public static Faults none() {
        return new Faults(RandomGenerator.of("L64X128MixRandom"), 0);
    }

    public int made() {
        return made.get();
    }

    /// True when the call has been answered, or cut off, with a fault.
    boolean strikeBefore(HttpExchange exchange) throws IOException {
        return switch (draw()) {
            case 0 ->
                    answer(
                            exchange,
                            429,
                            "{\"error\":{\"message\":\"slow down\",\"code\":\"rate_limit_exceeded\"}}");
            case 1 ->
                    answer(exchange, 500, "{\"error\":{\"message\":\"The server had an error\"}}");
            case 2 -> answer(exchange, 401, "Unauthorized");
            case 3 -> answer(exchange, 503, "<html>upstream connect error</html>");
            case 4 -> reset(exchange);
            default -> false;
        };
    }

    /// True when the connection was cut although the work is done.
    boolean strikeAfter(HttpExchange exchange) {
        return draw() == 4 && reset(exchange);
    }

    private synchronized int draw() {
        return random.nextDouble() < share ? random.nextInt(5) : -1;
    }

    private boolean answer(HttpExchange exchange, int status, String body) throws IOException {
        made.incrementAndGet();
        var bytes = body.getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(status, bytes.length);
        exchange.getResponseBody().write(bytes);
        return true;
    }

    private boolean reset(HttpExchange exchange) {
        made.incrementAndGet();
        exchange.close();
        return true;
    }
}
