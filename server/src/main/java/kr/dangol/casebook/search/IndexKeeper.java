package kr.dangol.casebook.search;

import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import kr.dangol.casebook.PrecedentChange;
import kr.dangol.casebook.PrecedentId;
import kr.dangol.casebook.jdbc.Precedents;
import kr.dangol.casebook.jdbc.SetAside;
import kr.dangol.shared.Industry;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Keeps an index in step with the book: reads the changes it has not seen page by page, embeds
/// them in batches, and saves. A crash at any point repeats at most what was not saved, and
/// repeating does no harm.
///
/// A case that cannot be embedded or indexed is set aside with its reason and holds nobody else up.
/// When a service outside does not answer, nothing is set aside and the rest of the page waits.
final class IndexKeeper {

    private static final Logger log = LoggerFactory.getLogger(IndexKeeper.class);

    private static final int PAGE = 2_000;

    /// Far behind the book, pages are saved together for so long: every save leaves a segment that
    /// has to be merged later. A kill repeats what was taken in that time, or one page that took
    /// longer.
    private static final Duration BETWEEN_SAVES = Duration.ofSeconds(2);

    private static final int BATCH = 200;

    private final Precedents precedents;
    private final SetAside setAside;
    private final Embedder embedder;
    private final PrecedentIndex index;

    IndexKeeper(Precedents precedents, SetAside setAside, Embedder embedder, PrecedentIndex index) {
        this.precedents = precedents;
        this.setAside = setAside;
        this.embedder = embedder;
        this.index = index;
    }

    /// The index claims to know more than the book: the book has been restored since from a copy.
    boolean isAheadOfBook() {
        return index.holdsUpTo() > precedents.lastChange();
    }

    /// Takes the next changes into the index, saves them and tells which industries they touched;
    /// none when there was nothing to take. When a service fails in the middle, what was taken
    /// before counts: a service that often fails would otherwise never let anything through.
    Set<Industry> catchUp() {
        var started = System.nanoTime();
        var touched = EnumSet.noneOf(Industry.class);
        var upTo = index.holdsUpTo();
        var isBehind = true;
        while (isBehind && System.nanoTime() - started < BETWEEN_SAVES.toNanos()) {
            var page = precedents.listChanges(upTo, PAGE);
            var taken = page.subList(0, takeMost(page, touched.isEmpty()));
            taken.forEach(each -> touched.add(each.precedent().industry()));
            upTo = taken.isEmpty() ? upTo : taken.getLast().sequence();
            isBehind = taken.size() == PAGE;
        }
        if (!touched.isEmpty()) {
            index.saved(upTo);
        }
        return touched;
    }

    /// How many were taken; where `mustTake`, at least one batch, or it throws.
    private int takeMost(List<PrecedentChange> page, boolean mustTake) {
        var taken = 0;
        while (taken < page.size()) {
            var end = Math.min(taken + BATCH, page.size());
            try {
                take(page.subList(taken, end));
            } catch (SearchUnavailable wait) {
                if (taken == 0 && mustTake) {
                    throw wait;
                }
                log.debug("page cut short: {}", wait.getMessage());
                return taken;
            }
            taken = end;
        }
        return taken;
    }

    private void take(List<PrecedentChange> batch) {
        index.remove(excluded(batch));
        put(batch.stream().filter(each -> !each.excluded()).toList());
    }

    /// Halves a batch that fails until the case that is to blame stands alone.
    private void put(List<PrecedentChange> changes) {
        if (changes.isEmpty()) {
            return;
        }
        try {
            index.put(embedded(changes));
        } catch (SearchUnavailable wait) {
            throw wait;
        } catch (RuntimeException failed) {
            if (changes.size() == 1) {
                setAside(changes.getFirst().precedent().id(), failed);
            } else {
                var half = changes.size() / 2;
                put(changes.subList(0, half));
                put(changes.subList(half, changes.size()));
            }
        }
    }

    private List<IndexEntry> embedded(List<PrecedentChange> changes) {
        var texts = changes.stream().map(each -> PrecedentText.of(each.precedent())).toList();
        var vectors = embedder.embed(texts);
        var entries = new ArrayList<IndexEntry>();
        for (var i = 0; i < texts.size(); i++) {
            entries.add(new IndexEntry(changes.get(i).precedent(), texts.get(i), vectors.get(i)));
        }
        return entries;
    }

    private void setAside(PrecedentId id, RuntimeException reason) {
        log.warn("precedent set aside precedentId={} reason={}", id, reason.getMessage());
        setAside.add(id, embedder.model(), String.valueOf(reason.getMessage()));
        // What an earlier state of the case left behind would be found under the wrong words.
        index.remove(List.of(id));
    }

    private static List<PrecedentId> excluded(List<PrecedentChange> changes) {
        return changes.stream()
                .filter(PrecedentChange::excluded)
                .map(each -> each.precedent().id())
                .toList();
    }
}
