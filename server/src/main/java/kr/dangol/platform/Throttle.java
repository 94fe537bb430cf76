package kr.dangol.platform;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.github.bucket4j.Bucket;
import io.github.bucket4j.ConsumptionProbe;
import java.time.Duration;
import java.util.function.Supplier;
import kr.dangol.platform.redis.Redis;
import org.jspecify.annotations.Nullable;

/// Lets each key do something so many times per period, the allowance refilling evenly. Counts in
/// Redis for all processes, and in this one alone while Redis is away.
public final class Throttle {

    private static final int MAX_KEYS = 100_000;

    /// A bucket that refills evenly, kept as the moment at which it will be full. By Redis' own
    /// clock: an instance whose clock is wrong would otherwise lock the others out. Says whether it
    /// was granted, how many are left, and the milliseconds until all and until the next.
    private static final String TAKE =
            """
            local now = redis.call('time')
            now = now[1] * 1000 + math.floor(now[2] / 1000)
            local period = tonumber(ARGV[1])
            local each = period / tonumber(ARGV[2])
            local take = tonumber(ARGV[3])
            local full = math.max(tonumber(redis.call('get', KEYS[1]) or 0), now)
            local after = full + each * math.max(take, 1)
            local wait = after - period - now
            if wait > 0.5 then
              return {0, 0, math.ceil(full - now), math.ceil(wait)}
            end
            if take == 0 then
              after = full
            else
              redis.call('set', KEYS[1], string.format('%.3f', after), 'px', math.ceil(period))
            end
            return {1, math.floor((period - (after - now)) / each + 0.001), math.ceil(after - now), 0}
            """;

    private final String name;
    private final int limit;
    private final Duration period;
    private final @Nullable Redis redis;
    private final Cache<String, Bucket> buckets;

    Throttle(String name, int limit, Duration period, @Nullable Redis redis) {
        this.name = name;
        this.limit = limit;
        this.period = period;
        this.redis = redis;
        // An untouched bucket is full again after one period, so forgetting it changes nothing.
        this.buckets =
                Caffeine.newBuilder().maximumSize(MAX_KEYS).expireAfterAccess(period).build();
    }

    /// Takes one from the key's allowance and tells how much is left of it.
    public Allowance take(String key) {
        return ask(key, 1, () -> allowance(bucket(key).tryConsumeAndReturnRemaining(1)));
    }

    /// Refuses a key that has nothing left, without taking anything.
    public void requireAllowance(String key) {
        var allowance = ask(key, 0, () -> look(key));
        if (!allowance.granted()) {
            throw new TooManyRequests(allowance.untilNext());
        }
    }

    private Allowance ask(String key, int take, Supplier<Allowance> here) {
        var shared = redis;
        return shared == null ? here.get() : Redis.orElse(() -> askAll(shared, key, take), here);
    }

    private Allowance askAll(Redis shared, String key, int take) {
        var said =
                shared.numbers(
                        TAKE,
                        "dangol:throttle:" + name + ":" + key,
                        period.toMillis(),
                        limit,
                        take);
        return new Allowance(
                said.get(0) == 1,
                limit,
                said.get(1),
                Duration.ofMillis(said.get(2)),
                Duration.ofMillis(said.get(3)));
    }

    private Allowance look(String key) {
        var probe = bucket(key).estimateAbilityToConsume(1);
        return new Allowance(
                probe.canBeConsumed(),
                limit,
                probe.getRemainingTokens(),
                Duration.ZERO,
                Duration.ofNanos(probe.getNanosToWaitForRefill()));
    }

    private Bucket bucket(String key) {
        return buckets.get(key, _ -> newBucket());
    }

    private Bucket newBucket() {
        return Bucket.builder()
                .addLimit(each -> each.capacity(limit).refillGreedy(limit, period))
                .build();
    }

    private Allowance allowance(ConsumptionProbe probe) {
        return new Allowance(
                probe.isConsumed(),
                limit,
                probe.getRemainingTokens(),
                Duration.ofNanos(probe.getNanosToWaitForReset()),
                Duration.ofNanos(probe.getNanosToWaitForRefill()));
    }

    /// What a key may still do: and how long until all of it, or the next one, is back.
    public record Allowance(
            boolean granted, long limit, long remaining, Duration untilFull, Duration untilNext) {}
}
