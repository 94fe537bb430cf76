package kr.dangol.platform;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.github.bucket4j.Bucket;
import io.github.bucket4j.ConsumptionProbe;
import java.time.Duration;

/// Lets each key do something so many times per period, the allowance refilling evenly. Counts in
/// this process.
public final class Throttle {

    private static final int MAX_KEYS = 100_000;

    private final int limit;
    private final Duration period;
    private final Cache<String, Bucket> buckets;

    public Throttle(int limit, Duration period) {
        this.limit = limit;
        this.period = period;
        // An untouched bucket is full again after one period, so forgetting it changes nothing.
        this.buckets =
                Caffeine.newBuilder().maximumSize(MAX_KEYS).expireAfterAccess(period).build();
    }

    /// Takes one from the key's allowance and tells how much is left of it.
    public Allowance take(String key) {
        return allowance(bucket(key).tryConsumeAndReturnRemaining(1));
    }

    /// Refuses a key that has nothing left, without taking anything.
    public void requireAllowance(String key) {
        var probe = bucket(key).estimateAbilityToConsume(1);
        if (!probe.canBeConsumed()) {
            throw new TooManyRequests(Duration.ofNanos(probe.getNanosToWaitForRefill()));
        }
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
