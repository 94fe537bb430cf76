package kr.dangol.platform.redis;

import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import io.github.resilience4j.circuitbreaker.CircuitBreaker.StateTransition;
import io.lettuce.core.RedisException;
import io.lettuce.core.RedisFuture;
import io.lettuce.core.ScriptOutputType;
import io.lettuce.core.cluster.api.async.RedisClusterAsyncCommands;
import io.micrometer.core.instrument.MeterRegistry;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// One connection to Redis for the whole process. Every call is short or ends in [RedisGone]; after
/// many of those it is not even tried for a second. Comes back by itself.
public final class Redis implements AutoCloseable {

    private static final Logger log = LoggerFactory.getLogger(Redis.class);
    static final Duration PATIENCE = Duration.ofMillis(200);

    private final RedisLink link;
    private final CircuitBreaker breaker;

    Redis(RedisLink link, CircuitBreaker breaker, MeterRegistry meters) {
        this.link = link;
        this.breaker = breaker;
        meters.gauge("dangol.redis.up", this, redis -> redis.isUp() ? 1 : 0);
        var failures = meters.counter("dangol.redis.failed");
        breaker.getEventPublisher()
                .onError(_ -> failures.increment())
                .onStateTransition(change -> tell(change.getStateTransition()));
    }

    private void tell(StateTransition change) {
        switch (change) {
            case CLOSED_TO_OPEN -> log.warn("redis does not answer; this process works on its own");
            case HALF_OPEN_TO_CLOSED -> log.info("redis is back");
            case HALF_OPEN_TO_OPEN -> link.renew();
            default -> {}
        }
    }

    /// The answer of one command.
    public <T extends @Nullable Object> T call(
            Function<RedisClusterAsyncCommands<byte[], byte[]>, RedisFuture<T>> command) {
        if (!breaker.tryAcquirePermission()) {
            throw new RedisGone("resting after failures");
        }
        var started = System.nanoTime();
        try {
            var answer =
                    command.apply(link.commands()).get(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
            breaker.onSuccess(System.nanoTime() - started, TimeUnit.NANOSECONDS);
            return answer;
        } catch (InterruptedException e) {
            breaker.releasePermission();
            Thread.currentThread().interrupt();
            throw new RedisGone(e);
        } catch (ExecutionException e) {
            throw failed(started, e.getCause() == null ? e : e.getCause());
        } catch (TimeoutException | RedisException e) {
            throw failed(started, e);
        }
    }

    private RedisGone failed(long started, Throwable cause) {
        breaker.onError(System.nanoTime() - started, TimeUnit.NANOSECONDS, cause);
        return new RedisGone(cause);
    }

    /// What a Lua script says that touches one key: it runs as one step.
    public List<Long> numbers(String script, String key, Object... arguments) {
        return call(commands ->
                commands.eval(
                        script,
                        ScriptOutputType.MULTI,
                        new byte[][] {bytes(key)},
                        bytes(arguments)));
    }

    /// Like [#numbers] for a script with one answer.
    public long number(String script, String key, Object... arguments) {
        return this.<Long>call(commands ->
                commands.eval(
                        script,
                        ScriptOutputType.INTEGER,
                        new byte[][] {bytes(key)},
                        bytes(arguments)));
    }

    /// With Redis, or without it when it is gone.
    public static <T extends @Nullable Object> T orElse(Supplier<T> with, Supplier<T> without) {
        try {
            return with.get();
        } catch (RedisGone e) {
            return without.get();
        }
    }

    /// Whether it answers now. Asks, so that a return is noticed without anybody's request.
    boolean answers() {
        try {
            call(RedisClusterAsyncCommands::ping);
        } catch (RedisGone e) {
            return false;
        }
        return isUp();
    }

    public boolean isUp() {
        return link.isConnected() && breaker.getState() == CircuitBreaker.State.CLOSED;
    }

    public static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static byte[][] bytes(Object[] arguments) {
        var all = new byte[arguments.length][];
        for (var i = 0; i < arguments.length; i++) {
            all[i] = arguments[i] instanceof byte[] raw ? raw : bytes(String.valueOf(arguments[i]));
        }
        return all;
    }

    @Override
    public void close() {
        link.close();
    }
}
