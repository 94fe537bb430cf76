package kr.dangol.platform.cache;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class ContentCacheTest {

    private record Word(String text, int weight) {}

    private record Renamed(int text) {}

    private final AtomicLong nanos = new AtomicLong();
    private final CacheStore store = new CaffeineCacheStore(nanos::get);
    private final SimpleMeterRegistry meters = new SimpleMeterRegistry();
    private final Caches caches = new Caches(store, meters);
    private final ContentCache<Word> words =
            caches.level("words", 1, Word.class, Duration.ofMinutes(15));

    @Test
    void givesBackWhatWasPut() {
        words.entry("food", List.of("a")).put(new Word("가", 3));

        assertThat(words.entry("food", List.of("a")).find()).contains(new Word("가", 3));
        assertThat(words.entry("food", List.of("b")).find()).isEmpty();
    }

    @Test
    void forgetsAfterItsTime() {
        words.entry("food", List.of("a")).put(new Word("가", 3));

        nanos.addAndGet(Duration.ofMinutes(14).toNanos());
        assertThat(words.entry("food", List.of("a")).find()).isPresent();
        nanos.addAndGet(Duration.ofMinutes(1).toNanos());
        assertThat(words.entry("food", List.of("a")).find()).isEmpty();
    }

    @Test
    void startsTheTimeAnewWhenReplaced() {
        words.entry("food", List.of("a")).put(new Word("가", 3));
        nanos.addAndGet(Duration.ofMinutes(14).toNanos());
        words.entry("food", List.of("a")).put(new Word("나", 4));
        nanos.addAndGet(Duration.ofMinutes(14).toNanos());

        assertThat(words.entry("food", List.of("a")).find()).contains(new Word("나", 4));
    }

    @Test
    void voidsAGroupOnEveryLevelAndNoOther() {
        var other = caches.level("others", 1, Word.class, Duration.ofMinutes(15));
        words.entry("food", List.of("a")).put(new Word("가", 1));
        other.entry("food", List.of("a")).put(new Word("나", 2));
        words.entry("retail", List.of("a")).put(new Word("다", 3));

        caches.invalidate("food");

        assertThat(words.entry("food", List.of("a")).find()).isEmpty();
        assertThat(other.entry("food", List.of("a")).find()).isEmpty();
        assertThat(words.entry("retail", List.of("a")).find()).isPresent();
    }

    @Test
    void neverTakesContentMadeFromOlderDataForNew() {
        var begunBefore = words.entry("food", List.of("a"));
        caches.invalidate("food");
        begunBefore.put(new Word("old", 1));

        assertThat(words.entry("food", List.of("a")).find()).isEmpty();
    }

    @Test
    void keepsPartsApart() {
        var keys =
                List.of(
                        words.entry("food", List.of("ab", "c")).key(),
                        words.entry("food", List.of("a", "bc")).key(),
                        words.entry("food", List.of("abc")).key(),
                        words.entry("food", List.of("abc", "")).key(),
                        words.entry("food", Arrays.asList("abc", null)).key(),
                        words.entry("food", List.of("-")).key(),
                        words.entry("food", Arrays.asList((String) null)).key());

        assertThat(keys).doesNotHaveDuplicates();
    }

    @Test
    void takesWhatItCannotReadForAMiss() {
        var entry = words.entry("food", List.of("a"));
        store.put(entry.key(), "{broken".getBytes(StandardCharsets.UTF_8), Duration.ofHours(1));

        assertThat(entry.find()).isEmpty();
    }

    @Test
    void doesNotReadAnotherVersion() {
        words.entry("food", List.of("a")).put(new Word("가", 3));
        var next = caches.level("words", 2, Renamed.class, Duration.ofMinutes(15));

        assertThat(next.entry("food", List.of("a")).find()).isEmpty();
    }

    @Test
    void countsHitsAndMissesButNotSecondLooks() {
        var entry = words.entry("food", List.of("a"));
        entry.find();
        entry.peek();
        entry.put(new Word("가", 3));
        entry.find();
        entry.find();

        assertThat(count("hit")).isEqualTo(2);
        assertThat(count("miss")).isEqualTo(1);
    }

    private double count(String outcome) {
        return meters.get("dangol.cache.lookup")
                .tag("cache", "words")
                .tag("outcome", outcome)
                .counter()
                .count();
    }
}
