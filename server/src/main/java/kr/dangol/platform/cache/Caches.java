package kr.dangol.platform.cache;

import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import tools.jackson.databind.json.JsonMapper;

/// Makes the levels of caching and voids them.
public final class Caches {

    /// Not the web's mapper: what we wrote ourselves is read as it is.
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final CacheStore store;
    private final MeterRegistry meters;

    public Caches(CacheStore store, MeterRegistry meters) {
        this.store = store;
        this.meters = meters;
    }

    /// A level of its own. `version` stands for the shape of the content: entries of another
    /// version are never read.
    public <T> ContentCache<T> level(String name, int version, Class<T> type, Duration timeToLive) {
        return new ContentCache<>(
                name,
                version,
                timeToLive,
                store,
                JSON.readerFor(type),
                JSON.writerFor(type),
                meters);
    }

    /// Voids a group's entries on all levels.
    public void invalidate(String group) {
        store.advance(group);
    }
}
