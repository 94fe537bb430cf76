package kr.dangol.platform.cache;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.lettuce.core.SetArgs;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CancellationException;
import java.util.function.Consumer;
import java.util.function.Supplier;
import kr.dangol.platform.redis.Redis;
import kr.dangol.platform.redis.RedisGone;
import org.jspecify.annotations.Nullable;

/// Flights of all processes, over Redis. Whoever gets the lease of a key does the work, renews the
/// lease while it lives, and appends what it hands out to a log that belongs to this lease. The
/// others read the log as it grows. A lease that ends without a closed log, because its holder died
/// or failed, is taken by the next.
final class RedisFlightRelay implements FlightRelay {

    private static final Duration LEASE = Duration.ofMillis(1_500);
    private static final Duration RENEWED_EVERY = Duration.ofMillis(400);
    private static final Duration LOG_KEPT = Duration.ofSeconds(30);

    /// Followers show plans that come a few in a second; nobody sees this.
    private static final Duration LOOKED_AT_EVERY = Duration.ofMillis(25);

    /// On a busy machine an answer now and then takes longer than a call waits. That is no reason
    /// to do the work beside others: only what fails so often in a row is gone.
    private static final int TRIES = 3;

    private static final byte[] END = new byte[0];

    private static final String RENEW =
            """
            if redis.call('get', KEYS[1]) == ARGV[1] then
              return redis.call('pexpire', KEYS[1], ARGV[2])
            end
            return 0
            """;

    /// Appends at a position, once: a try whose answer was late may have come through.
    private static final String APPEND =
            """
            if redis.call('llen', KEYS[1]) == tonumber(ARGV[1]) then
              redis.call('rpush', KEYS[1], ARGV[2])
            end
            return redis.call('pexpire', KEYS[1], ARGV[3])
            """;

    private static final String RELEASE =
            """
            if redis.call('get', KEYS[1]) == ARGV[1] then return redis.call('del', KEYS[1]) end
            return 0
            """;

    private final Redis redis;

    RedisFlightRelay(Redis redis) {
        this.redis = redis;
    }

    @Override
    public void fly(String key, Consumer<Consumer<byte[]>> work, Consumer<byte[]> elsewhere) {
        var lease = new Lease(key, UUID.randomUUID().toString());
        if (leadsOrDone(lease, elsewhere)) {
            lead(lease, work);
        }
    }

    /// True when the work is ours; false when it was done elsewhere.
    private boolean leadsOrDone(Lease lease, Consumer<byte[]> elsewhere) {
        try {
            while (!lease.take()) {
                var holder = lease.holder();
                if (lease.token.equals(holder)) {
                    // We have it since a try whose answer was late.
                    return true;
                }
                if (holder != null && follow(lease, holder, elsewhere)) {
                    return false;
                }
            }
            return true;
        } catch (RedisGone e) {
            requireNotInterrupted();
            return true;
        }
    }

    /// True when the holder handed out everything, false when it is gone before its end.
    private boolean follow(Lease lease, String holder, Consumer<byte[]> elsewhere) {
        var position = 0;
        while (true) {
            // In this order: what was written before the lease ended is seen.
            var holds = holder.equals(lease.holder());
            var news = lease.log(holder, position);
            for (var each : news) {
                if (each.length == 0) {
                    return true;
                }
                elsewhere.accept(Packed.required(each));
            }
            position += news.size();
            if (!holds) {
                return false;
            }
            pause();
        }
    }

    private void lead(Lease lease, Consumer<Consumer<byte[]>> work) {
        var heartbeat = Thread.ofPlatform().name("flight-lease").daemon().start(() -> renew(lease));
        var log = new Log(lease);
        try {
            work.accept(element -> log.append(Packed.pack(element)));
            log.append(END);
        } finally {
            heartbeat.interrupt();
            lease.release();
        }
    }

    private static void renew(Lease lease) {
        try {
            while (true) {
                Thread.sleep(RENEWED_EVERY);
                lease.renew();
            }
        } catch (InterruptedException done) {
            Thread.currentThread().interrupt();
        }
    }

    private static void pause() {
        try {
            Thread.sleep(LOOKED_AT_EVERY);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            requireNotInterrupted();
        }
    }

    private static void requireNotInterrupted() {
        if (Thread.currentThread().isInterrupted()) {
            throw new CancellationException("nobody waits any more");
        }
    }

    private static <T extends @Nullable Object> T patiently(Supplier<T> call) {
        for (var tried = 1; ; tried++) {
            try {
                return call.get();
            } catch (RedisGone e) {
                requireNotInterrupted();
                if (tried == TRIES) {
                    throw e;
                }
            }
        }
    }

    /// A log with a gap would be worse than none: after a failure nothing more is appended and the
    /// lease is left to the others.
    private final class Log {

        private final Lease lease;
        private int length;
        private boolean broken;

        Log(Lease lease) {
            this.lease = lease;
        }

        void append(byte[] element) {
            if (broken) {
                return;
            }
            try {
                patiently(() -> lease.append(element, length));
                length++;
            } catch (RedisGone | CancellationException e) {
                broken = true;
                lease.giveUp();
            }
        }
    }

    private final class Lease {

        private final String key;
        private final String token;
        private volatile boolean givenUp;

        Lease(String key, String token) {
            // The braces keep a key's parts on one node of a cluster.
            this.key = "dangol:flight:{" + key + "}";
            this.token = token;
        }

        boolean take() {
            return patiently(() ->
                    redis.call(commands ->
                            commands.set(
                                    Redis.bytes(key),
                                    Redis.bytes(token),
                                    SetArgs.Builder.nx().px(LEASE))))
                    != null;
        }

        @Nullable String holder() {
            var holder = patiently(() -> redis.call(commands -> commands.get(Redis.bytes(key))));
            return holder == null ? null : new String(holder, UTF_8);
        }

        List<byte[]> log(String holder, int from) {
            return patiently(() ->
                    redis.call(commands -> commands.lrange(Redis.bytes(logKey(holder)), from, -1)));
        }

        long append(byte[] element, int position) {
            return redis.number(APPEND, logKey(token), position, element, LOG_KEPT.toMillis());
        }

        private String logKey(String holder) {
            return key + ":" + holder;
        }

        void renew() {
            if (!givenUp) {
                quietly(RENEW, LEASE.toMillis());
            }
        }

        void giveUp() {
            givenUp = true;
        }

        /// Also from an interrupted thread: the others should not have to wait for the lease's end.
        void release() {
            var wasInterrupted = Thread.interrupted();
            quietly(RELEASE);
            if (wasInterrupted) {
                Thread.currentThread().interrupt();
            }
        }

        private void quietly(String script, Object... more) {
            var arguments = new Object[more.length + 1];
            arguments[0] = token;
            System.arraycopy(more, 0, arguments, 1, more.length);
            try {
                redis.number(script, key, arguments);
            } catch (RedisGone e) {
                // It ends by itself.
            }
        }
    }
}
