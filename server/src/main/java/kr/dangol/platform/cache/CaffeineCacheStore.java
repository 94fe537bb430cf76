package kr.dangol.platform.cache;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.Expiry;
import com.github.benmanes.caffeine.cache.Ticker;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/// The cache of a single process, bounded by what its entries weigh.
final class CaffeineCacheStore implements CacheStore {

    /// A few thousand answers; a process of this size has room for it.
    private static final long MOST_BYTES = 64L << 20;

    private final Cache<String, Kept> entries;
    private final Map<String, AtomicLong> generations = new ConcurrentHashMap<>();

    CaffeineCacheStore(Ticker ticker) {
        entries =
                Caffeine.newBuilder()
                        .maximumWeight(MOST_BYTES)
                        .weigher((String key, Kept kept) -> key.length() + kept.content().length)
                        .expireAfter(Expiry.<String, Kept>creating((_, kept) -> kept.timeToLive()))
                        .ticker(ticker)
                        .build();
    }

    @Override
    public byte @Nullable [] find(String key) {
        var kept = entries.getIfPresent(key);
        return kept == null ? null : kept.content();
    }

    @Override
    public void put(String key, byte[] content, Duration timeToLive) {
        // An entry that is replaced would keep the time it has left.
        entries.invalidate(key);
        entries.put(key, new Kept(content, timeToLive));
    }

    @Override
    public long generation(String group) {
        return counter(group).get();
    }

    @Override
    public void advance(String group) {
        counter(group).incrementAndGet();
    }

    private AtomicLong counter(String group) {
        return generations.computeIfAbsent(group, _ -> new AtomicLong());
    }

    @SuppressWarnings("ArrayRecordComponent") // never compared, never leaves this class as a whole
    private record Kept(byte[] content, Duration timeToLive) {}
}
