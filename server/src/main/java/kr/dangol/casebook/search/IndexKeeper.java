package kr.dangol.casebook.search;

import java.util.ArrayList;
import java.util.List;
import kr.dangol.casebook.PrecedentChange;
import kr.dangol.casebook.PrecedentId;
import kr.dangol.casebook.jdbc.Precedents;
import kr.dangol.casebook.jdbc.SetAside;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Keeps an index in step with the book: reads the changes it has not seen, embeds them in batches,
/// and saves. A crash at any point repeats at most what was not saved, and repeating does no harm.
/// A case that cannot be embedded is set aside with its reason and holds nobody else up.
public final class IndexKeeper {

    private static final Logger log = LoggerFactory.getLogger(IndexKeeper.class);
    private static final int BATCH = 200;
    private static final int CHANGES_PER_SAVE = 10_000;

    private final Precedents precedents;
    private final SetAside setAside;
    private final Embedder embedder;
    private final PrecedentIndex index;

    public IndexKeeper(
            Precedents precedents, SetAside setAside, Embedder embedder, PrecedentIndex index) {
        this.precedents = precedents;
        this.setAside = setAside;
        this.embedder = embedder;
        this.index = index;
    }

    /// How many changes the index has yet to see.
    public long lag() {
        return Math.max(0, precedents.lastChange() - index.holdsUpTo());
    }

    /// Brings the index up to date. An index that claims to know more than the book was made from a
    /// book that has been restored since, and begins anew.
    public synchronized void catchUp() {
        if (index.holdsUpTo() > precedents.lastChange()) {
            index.clear();
        }
        var from = index.holdsUpTo();
        var reading = new Reading();
        var last = precedents.changesSince(from, reading::take);
        reading.finish();
        if (last > from) {
            index.saved(last);
            log.info("search index follows changes={} size={}", reading.taken, index.size());
        }
    }

    /// Fills the index anew from the book; searches see the old one until the new one is whole.
    public synchronized void rebuild() {
        index.clear();
        setAside.clear();
        var reading = new Reading();
        var last = precedents.changesSince(0, reading::takeWithoutSaving);
        reading.finish();
        index.saved(last);
        log.info("search index rebuilt size={}", index.size());
    }

    /// One run through changes.
    private final class Reading {

        private final List<PrecedentChange> batch = new ArrayList<>();
        private long taken;
        private int unsaved;

        void take(PrecedentChange change) {
            takeWithoutSaving(change);
            if (batch.isEmpty() && unsaved >= CHANGES_PER_SAVE) {
                index.saved(change.sequence());
                unsaved = 0;
            }
        }

        void takeWithoutSaving(PrecedentChange change) {
            batch.add(change);
            taken++;
            unsaved++;
            if (batch.size() >= BATCH) {
                finish();
            }
        }

        void finish() {
            index.remove(excluded(batch));
            index.put(entries(batch.stream().filter(each -> !each.excluded()).toList()));
            batch.clear();
        }
    }

    private static List<PrecedentId> excluded(List<PrecedentChange> changes) {
        return changes.stream()
                .filter(PrecedentChange::excluded)
                .map(each -> each.precedent().id())
                .toList();
    }

    private List<IndexEntry> entries(List<PrecedentChange> changes) {
        try {
            return embedded(changes);
        } catch (RuntimeException failed) {
            return changes.stream().flatMap(each -> embeddedAlone(each).stream()).toList();
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

    private List<IndexEntry> embeddedAlone(PrecedentChange change) {
        try {
            return embedded(List.of(change));
        } catch (RuntimeException poison) {
            var id = change.precedent().id();
            log.warn("precedent set aside precedentId={} reason={}", id, poison.getMessage());
            setAside.add(id, embedder.model(), String.valueOf(poison.getMessage()));
            return List.of();
        }
    }
}
