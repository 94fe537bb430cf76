package kr.dangol.casebook.pinecone;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.LongConsumer;
import java.util.function.LongSupplier;
import kr.dangol.casebook.Origin;
import kr.dangol.casebook.PrecedentId;
import kr.dangol.casebook.search.Hit;
import kr.dangol.casebook.search.IndexEntry;
import kr.dangol.casebook.search.IndexQuery;
import kr.dangol.casebook.search.PrecedentIndex;
import kr.dangol.casebook.search.SearchUnavailable;
import kr.dangol.shared.Industry;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// One edition in Pinecone: a namespace for each industry. Vectors alone decide here, because the
/// service ranks by one thing at a time.
///
/// Pinecone shows a write after a while. Nothing here reads its own writes: what the edition holds
/// stands in our database, and an entry written twice is the same entry, because its id is that of
/// the case. Only an owner's event can change its industry, so only those are looked for in the
/// other namespaces.
final class PineconePrecedentIndex implements PrecedentIndex {

    private static final Logger log = LoggerFactory.getLogger(PineconePrecedentIndex.class);

    private static final Duration SEARCH_TIME = Duration.ofSeconds(5);

    /// Pinecone takes 2 MB and 1,000 documents at once.
    private static final int MOST_BYTES = 1_800_000;

    private static final int MOST_ITEMS = 1_000;

    /// Digits of a vector's number in JSON at most, and what the metadata of a case need.
    private static final int BYTES_OF_A_COMPONENT = 15;

    private static final int BYTES_OF_METADATA = 4_000;

    private final PineconeControl control;
    private final int dimensions;
    private final String suffix;
    private final LongSupplier upTo;
    private final LongConsumer save;
    private volatile long lastSize;

    /// @param suffix tells the namespaces of this edition from all others
    PineconePrecedentIndex(
            PineconeControl control,
            int dimensions,
            String suffix,
            LongSupplier upTo,
            LongConsumer save) {
        this.control = control;
        this.dimensions = dimensions;
        this.suffix = suffix;
        this.upTo = upTo;
        this.save = save;
    }

    @Override
    public List<Hit> search(IndexQuery query) {
        return search(query, SEARCH_TIME);
    }

    @Override
    public List<Hit> search(IndexQuery query, Duration time) {
        var end = System.nanoTime() + time.toNanos();
        var api =
                control.find(dimensions, time)
                        .orElseThrow(() -> new SearchUnavailable("Pinecone has no index yet"));
        var left = Duration.ofNanos(Math.max(1, end - System.nanoTime()));
        var filter = Metadata.filter(query.filter());
        var industry = query.filter().industry();
        if (industry != null) {
            return api.search(namespace(industry), query.vector(), filter, query.limit(), left);
        }
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            return Arrays.stream(Industry.values())
                    .map(each ->
                            threads.submit(() ->
                                    api.search(
                                            namespace(each),
                                            query.vector(),
                                            filter,
                                            query.limit(),
                                            left)))
                    .toList()
                    .stream()
                    .map(PineconePrecedentIndex::answerOf)
                    .flatMap(List::stream)
                    .sorted(Comparator.comparingDouble(Hit::score).reversed())
                    .limit(query.limit())
                    .toList();
        }
    }

    private static List<Hit> answerOf(Future<List<Hit>> search) {
        try {
            return search.get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new SearchUnavailable("nobody waits any more", e);
        } catch (ExecutionException e) {
            throw e.getCause() instanceof RuntimeException failure
                    ? failure
                    : new CompletionException(e.getCause());
        }
    }

    @Override
    public void put(Collection<IndexEntry> entries) {
        var api = control.create(dimensions);
        var byIndustry = new EnumMap<Industry, List<IndexEntry>>(Industry.class);
        for (var entry : entries) {
            byIndustry
                    .computeIfAbsent(entry.precedent().industry(), key -> new ArrayList<>())
                    .add(entry);
        }
        byIndustry.forEach((industry, group) -> {
            removeElsewhere(api, industry, group);
            for (var batch : batches(group)) {
                api.upsert(namespace(industry), batch.stream().map(Metadata::item).toList());
            }
        });
    }

    private void removeElsewhere(PineconeApi api, Industry industry, List<IndexEntry> entries) {
        var movable =
                entries.stream()
                        .map(IndexEntry::precedent)
                        .filter(each -> each.origin() == Origin.OWN)
                        .map(each -> each.id().toString())
                        .toList();
        if (movable.isEmpty()) {
            return;
        }
        for (var other : Industry.values()) {
            if (other != industry) {
                api.delete(namespace(other), movable);
            }
        }
    }

    private List<List<IndexEntry>> batches(List<IndexEntry> entries) {
        var bytes = dimensions * BYTES_OF_A_COMPONENT + BYTES_OF_METADATA;
        var most = Math.clamp(MOST_BYTES / bytes, 1, MOST_ITEMS);
        var batches = new ArrayList<List<IndexEntry>>();
        for (var from = 0; from < entries.size(); from += most) {
            batches.add(entries.subList(from, Math.min(from + most, entries.size())));
        }
        return batches;
    }

    @Override
    public void remove(Collection<PrecedentId> ids) {
        if (ids.isEmpty()) {
            return;
        }
        var api = control.create(dimensions);
        var texts = ids.stream().map(PrecedentId::toString).toList();
        for (var from = 0; from < texts.size(); from += MOST_ITEMS) {
            var some = texts.subList(from, Math.min(from + MOST_ITEMS, texts.size()));
            for (var industry : Industry.values()) {
                api.delete(namespace(industry), some);
            }
        }
    }

    @Override
    public void saved(long upToChange) {
        save.accept(upToChange);
    }

    @Override
    public long holdsUpTo() {
        return upTo.getAsLong();
    }

    /// What Pinecone last said, when it does not answer now: a look at the state of things must not
    /// fail with the thing.
    @Override
    public long size() {
        try {
            lastSize = count();
        } catch (SearchUnavailable silent) {
            log.debug("size unknown: {}", silent.getMessage());
        }
        return lastSize;
    }

    private long count() {
        return control.find(dimensions, SEARCH_TIME).stream()
                .flatMapToLong(api ->
                        Arrays.stream(Industry.values())
                                .mapToLong(each -> api.count(namespace(each))))
                .sum();
    }

    void drop() {
        control.find(dimensions, SEARCH_TIME)
                .ifPresent(api -> {
                    for (var industry : Industry.values()) {
                        api.drop(namespace(industry));
                    }
                });
    }

    private String namespace(Industry industry) {
        return industry.key() + "-" + suffix;
    }
}
