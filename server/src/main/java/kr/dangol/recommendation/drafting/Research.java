package kr.dangol.recommendation.drafting;

import jakarta.annotation.PreDestroy;
import java.time.Duration;
import java.util.EnumMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.function.Supplier;
import kr.dangol.casebook.Casebook;
import kr.dangol.casebook.SimilarQuery;
import kr.dangol.market.Market;
import kr.dangol.platform.Deadline;
import kr.dangol.recommendation.drafting.Task.Came;
import kr.dangol.recommendation.drafting.Task.Late;
import kr.dangol.recommendation.drafting.Task.Threw;
import kr.dangol.recommendation.planning.Brief;
import kr.dangol.shared.BudgetBand;
import kr.dangol.shared.Channel;
import kr.dangol.shared.Slot;
import kr.dangol.shared.Won;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/// What is known before anything is written: trends and similar cases, looked up at the same time.
///
/// Looked up on platform threads like the flight that waits for it: virtual ones would stand in
/// line behind every request of a burst and come back late.
@Component
class Research {

    private static final Logger log = LoggerFactory.getLogger(Research.class);

    /// Plans without precedents beat precedents without plans. A model's 8 seconds fit behind this
    /// within the answer's 9.5; a search that is up and warm takes hundredths of it.
    private static final Duration SEARCH_TIME = Duration.ofMillis(1_500);

    private static final int PER_SLOT = 8;

    /// A look-up may wait for a service outside, and each answer needs nine.
    private static final int THREADS = 64;

    private final Casebook casebook;
    private final Market market;
    private final Levels levels;
    private final ThreadPoolExecutor threads =
            new ThreadPoolExecutor(
                    THREADS,
                    THREADS,
                    30,
                    TimeUnit.SECONDS,
                    new LinkedBlockingQueue<>(),
                    Thread.ofPlatform().name("research-", 0).daemon().factory());

    Research(Casebook casebook, Market market, Levels levels) {
        this.casebook = casebook;
        this.market = market;
        this.levels = levels;
        threads.allowCoreThreadTimeOut(true);
    }

    @PreDestroy
    void close() {
        threads.shutdownNow();
    }

    /// `similar` is null when the search missed its time.
    record Findings(KnownTrends trends, @Nullable SimilarCases similar) {}

    Findings on(Brief brief, Deadline deadline) {
        var trends = Task.of(lookUp(() -> trends(brief)));
        var similar = Task.of(similar(brief));
        var found =
                switch (similar.within(shorter(SEARCH_TIME, deadline.remaining()))) {
                    case Came<SimilarCases>(var cases) -> cases;
                    case Late<SimilarCases> _ -> {
                        log.warn("search late industry={}", brief.industry().key());
                        yield null;
                    }
                    case Threw<SimilarCases>(var failure) -> {
                        log.warn("search failed industry={}", brief.industry().key(), failure);
                        yield null;
                    }
                };
        return new Findings(wanted(trends.within(deadline.remaining())), found);
    }

    /// Lets the next answers have the writer's words too.
    void keep(Brief brief, KnownTrends worded) {
        levels.trends(brief).put(worded);
    }

    private KnownTrends trends(Brief brief) {
        var entry = levels.trends(brief);
        return entry.find()
                .orElseGet(() -> {
                    var facts =
                            market.trends(
                                    brief.industry(),
                                    brief.businessType(),
                                    brief.region(),
                                    brief.startDate());
                    var trends = new KnownTrends(facts, false);
                    entry.put(trends);
                    return trends;
                });
    }

    /// Comes into the cache even where it comes too late for this answer.
    private CompletableFuture<SimilarCases> similar(Brief brief) {
        var entry = levels.similar(brief);
        return lookUp(entry::find)
                .thenComposeAsync(
                        known ->
                                known.map(CompletableFuture::completedFuture)
                                        .orElseGet(() ->
                                                search(brief)
                                                        .thenApply(found -> {
                                                            entry.put(found);
                                                            return found;
                                                        })),
                        threads);
    }

    private CompletableFuture<SimilarCases> search(Brief brief) {
        var precedents = forEach(Slot.class, slot -> casebook.similar(query(brief, slot)));
        var groups =
                forEach(Channel.class, channel -> casebook.groups(query(brief, channel, null)));
        return precedents.thenCombine(groups, SimilarCases::new);
    }

    private <K extends Enum<K>, V> CompletableFuture<EnumMap<K, V>> forEach(
            Class<K> keys, Function<K, V> found) {
        var all = new EnumMap<K, CompletableFuture<V>>(keys);
        for (var key : keys.getEnumConstants()) {
            all.put(key, lookUp(() -> found.apply(key)));
        }
        return CompletableFuture.allOf(all.values().toArray(CompletableFuture[]::new))
                .thenApply(_ -> {
                    var values = new EnumMap<K, V>(keys);
                    all.forEach((key, each) -> values.put(key, each.join()));
                    return values;
                });
    }

    private <T> CompletableFuture<T> lookUp(Supplier<T> work) {
        return CompletableFuture.supplyAsync(work, threads);
    }

    private static SimilarQuery query(Brief brief, Slot slot) {
        var band = BudgetBand.of(slot.budget(), brief.maxBudget());
        return query(brief, slot.channel(), band.aimFrom().plus(band.aimTo()).times(0.5));
    }

    private static SimilarQuery query(
            Brief brief, @Nullable Channel channel, @Nullable Won budget) {
        return new SimilarQuery(
                brief.industry(),
                brief.businessType(),
                brief.region(),
                brief.season(),
                brief.purpose(),
                channel,
                budget,
                brief.wish(),
                PER_SLOT);
    }

    private static <T> T wanted(Task.Result<T> result) {
        return switch (result) {
            case Came<T>(var value) -> value;
            case Late<T> _ -> throw new IllegalStateException("research did not come back");
            case Threw<T>(var failure) -> throw new IllegalStateException(failure);
        };
    }

    private static Duration shorter(Duration one, Duration other) {
        return one.compareTo(other) < 0 ? one : other;
    }
}
