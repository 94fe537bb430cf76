package kr.dangol.platform.cache;

import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import tools.jackson.databind.json.JsonMapper;

/// Makes the levels of caching and voids them.
public final class Caches {

    /// Not the web's mapper: what we wrote ourselves is read as it is.
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final CacheStore store;
    private final FlightRelay relay;
    private final MeterRegistry meters;

    /// A process on its own.
    public Caches(CacheStore store, MeterRegistry meters) {
        this(store, FlightRelay.none(), meters);
    }

    Caches(CacheStore store, FlightRelay relay, MeterRegistry meters) {
        this.store = store;
        this.relay = relay;
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

    /// Joins identical work. Its elements are records that become JSON and come back.
    public <T> SingleFlight<T> flights(Class<T> type) {
        var writer = JSON.writerFor(type);
        var reader = JSON.readerFor(type);
        return new SingleFlight<>(relay, writer::writeValueAsBytes, reader::readValue);
    }

    /// Voids a group's entries on all levels.
    public void invalidate(String group) {
        store.advance(group);
    }
}
