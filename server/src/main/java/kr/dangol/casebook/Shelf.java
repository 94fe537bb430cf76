package kr.dangol.casebook;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import kr.dangol.casebook.jdbc.Precedents;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/// Precedents that were asked for lately, so that a search need not go to the database for what it
/// found. Forgets what changes.
@Component
class Shelf {

    private static final int ROOM = 5_000;

    private final Precedents precedents;
    private final Cache<PrecedentId, Precedent> shelf =
            Caffeine.newBuilder().maximumSize(ROOM).build();
    private long seenUpTo;

    Shelf(Precedents precedents) {
        this.precedents = precedents;
        this.seenUpTo = precedents.lastChange();
    }

    /// Those of the ids that are in the book and in use.
    Map<PrecedentId, Precedent> find(Collection<PrecedentId> ids) {
        var found = new HashMap<>(shelf.getAllPresent(ids));
        List<PrecedentId> missing = ids.stream().filter(each -> !found.containsKey(each)).toList();
        if (!missing.isEmpty()) {
            var read = precedents.listByIds(missing);
            shelf.putAll(read);
            found.putAll(read);
        }
        return found;
    }

    @EventListener
    synchronized void on(CasebookChanged change) {
        if (change.upTo() > seenUpTo) {
            shelf.invalidateAll();
            seenUpTo = change.upTo();
        }
    }
}
