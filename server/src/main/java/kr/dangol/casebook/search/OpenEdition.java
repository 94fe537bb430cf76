package kr.dangol.casebook.search;

import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import kr.dangol.casebook.jdbc.Precedents;
import kr.dangol.casebook.jdbc.SetAside;
import kr.dangol.shared.Industry;

/// An edition with all that is needed to fill and ask it. Counts who uses it, so that it is closed
/// when the last search has left and never under one's feet.
final class OpenEdition {

    private final Edition edition;
    private final Embedder embedder;
    private final PrecedentIndex index;
    private final IndexKeeper keeper;

    /// The first user is whoever opened it.
    private final AtomicInteger users = new AtomicInteger(1);

    OpenEdition(
            Edition edition,
            Embedder embedder,
            PrecedentIndex index,
            Precedents precedents,
            SetAside setAside) {
        this.edition = edition;
        this.embedder = embedder;
        this.index = index;
        this.keeper = new IndexKeeper(precedents, setAside, embedder, index);
    }

    Edition edition() {
        return edition;
    }

    Embedder embedder() {
        return embedder;
    }

    PrecedentIndex index() {
        return index;
    }

    boolean isAheadOfBook() {
        return keeper.isAheadOfBook();
    }

    Set<Industry> catchUp() {
        return keeper.catchUp();
    }

    /// False when it is closed already.
    boolean enter() {
        return users.updateAndGet(count -> count == 0 ? 0 : count + 1) > 0;
    }

    void leave() {
        if (users.decrementAndGet() == 0) {
            index.close();
        }
    }

    boolean isClosed() {
        return users.get() == 0;
    }
}
