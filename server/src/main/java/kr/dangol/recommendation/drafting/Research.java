package kr.dangol.recommendation.drafting;

import java.time.Duration;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.function.Function;
import kr.dangol.casebook.Casebook;
import kr.dangol.casebook.PrecedentGroup;
import kr.dangol.casebook.SimilarPrecedent;
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
@Component
class Research {

    private static final Logger log = LoggerFactory.getLogger(Research.class);

    /// Plans without precedents beat precedents without plans. A model's 8 seconds fit behind this
    /// within the answer's 9.5; a search that is up and warm takes hundredths of it.
    private static final Duration SEARCH_TIME = Duration.ofMillis(1_500);

    private static final int PER_SLOT = 8;

    private final Casebook casebook;
    private final Market market;
    private final Levels levels;

    Research(Casebook casebook, Market market, Levels levels) {
        this.casebook = casebook;
        this.market = market;
        this.levels = levels;
    }

    /// `similar` is null when the search missed its time.
    record Findings(KnownTrends trends, @Nullable SimilarCases similar) {}

    Findings on(Brief brief, Deadline deadline) {
        var trends = Task.start(() -> trends(brief));
        var similar = Task.start(() -> similar(brief));
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

    private SimilarCases similar(Brief brief) {
        var entry = levels.similar(brief);
        return entry.find()
                .orElseGet(() -> {
                    var cases = search(brief);
                    entry.put(cases);
                    return cases;
                });
    }

    private SimilarCases search(Brief brief) {
        var precedents = new EnumMap<Slot, Task<List<SimilarPrecedent>>>(Slot.class);
        for (var slot : Slot.values()) {
            precedents.put(slot, Task.start(() -> casebook.similar(query(brief, slot))));
        }
        var groups = new EnumMap<Channel, Task<List<PrecedentGroup>>>(Channel.class);
        for (var channel : Channel.values()) {
            groups.put(channel, Task.start(() -> casebook.groups(query(brief, channel, null))));
        }
        return new SimilarCases(
                gathered(Slot.class, precedents::get), gathered(Channel.class, groups::get));
    }

    private static <K extends Enum<K>, V> EnumMap<K, V> gathered(
            Class<K> keys, Function<K, @Nullable Task<V>> tasks) {
        var all = new EnumMap<K, V>(keys);
        Arrays.stream(keys.getEnumConstants())
                .forEach(key -> {
                    var task = tasks.apply(key);
                    if (task != null) {
                        all.put(key, wanted(task.within(Duration.ofSeconds(10))));
                    }
                });
        return all;
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
