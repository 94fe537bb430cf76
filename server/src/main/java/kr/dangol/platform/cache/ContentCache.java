package kr.dangol.platform.cache;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.ObjectReader;
import tools.jackson.databind.ObjectWriter;

/// One level of caching for content of one type, plain records that become JSON and come back.
/// Obtained from [Caches].
public final class ContentCache<T> {

    private static final Logger log = LoggerFactory.getLogger(ContentCache.class);

    private final String name;
    private final int version;
    private final Duration timeToLive;
    private final CacheStore store;
    private final ObjectReader reader;
    private final ObjectWriter writer;
    private final Counter hits;
    private final Counter misses;

    ContentCache(
            String name,
            int version,
            Duration timeToLive,
            CacheStore store,
            ObjectReader reader,
            ObjectWriter writer,
            MeterRegistry meters) {
        this.name = name;
        this.version = version;
        this.timeToLive = timeToLive;
        this.store = store;
        this.reader = reader;
        this.writer = writer;
        this.hits = meters.counter("dangol.cache.lookup", "cache", name, "outcome", "hit");
        this.misses = meters.counter("dangol.cache.lookup", "cache", name, "outcome", "miss");
    }

    /// The place of one content within a group. It belongs to the group's generation of this
    /// moment: get it before the work begins, so that content made from older data is never taken
    /// for new. `parts` are everything that the content depends on; null is a value of its own.
    public Entry entry(String group, List<@Nullable String> parts) {
        return new Entry(
                "%s:v%d:%s:%d:%s"
                        .formatted(name, version, group, store.generation(group), digest(parts)));
    }

    private static String digest(List<@Nullable String> parts) {
        try {
            var sha = MessageDigest.getInstance("SHA-256");
            for (var part : parts) {
                // The length keeps "ab","c" and "a","bc" apart.
                var text = part == null ? "-" : part.length() + "+" + part;
                sha.update((text + ';').getBytes(StandardCharsets.UTF_8));
            }
            return HexFormat.of().formatHex(sha.digest());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    /// A place that may hold content.
    public final class Entry {

        private final String key;

        private Entry(String key) {
            this.key = key;
        }

        /// Names the content and its generation; equal for whoever asks for the same.
        public String key() {
            return key;
        }

        public Optional<T> find() {
            var content = peek();
            (content.isPresent() ? hits : misses).increment();
            return content;
        }

        /// Like [#find], but not counted: for a second look by the same request.
        public Optional<T> peek() {
            var bytes = store.find(key);
            return bytes == null ? Optional.empty() : read(bytes);
        }

        public void put(T content) {
            store.put(key, writer.writeValueAsBytes(content), timeToLive);
        }

        /// What cannot be read any more is no content.
        private Optional<T> read(byte[] bytes) {
            try {
                return Optional.ofNullable(reader.readValue(bytes));
            } catch (JacksonException e) {
                log.warn("cache entry unreadable cache={}", name, e);
                return Optional.empty();
            }
        }
    }
}
