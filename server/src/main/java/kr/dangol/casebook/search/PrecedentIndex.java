package kr.dangol.casebook.search;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import kr.dangol.casebook.PrecedentId;

/// An index of precedents that can always be rebuilt from the book. It remembers up to which change
/// it holds the book; what [#saved] has returned for survives a crash.
///
/// An index throws [SearchUnavailable] when it does not answer or cannot be written.
public interface PrecedentIndex extends AutoCloseable {

    /// The nearest entries inside the filter, best first; as many as asked for whenever that many
    /// exist.
    List<Hit> search(IndexQuery query);

    /// The same within this time, for an index that must be asked outside.
    default List<Hit> search(IndexQuery query, Duration time) {
        return search(query);
    }

    /// False when surely nothing passes the filter, told without a search; then a question need not
    /// even be embedded.
    default boolean mayHold(PrecedentFilter filter) {
        return true;
    }

    /// Whether it can only be read any more and has to be opened again to be written.
    default boolean isBroken() {
        return false;
    }

    /// Adds entries or replaces those with the same id.
    void put(Collection<IndexEntry> entries);

    void remove(Collection<PrecedentId> ids);

    /// Makes everything put and removed so far durable and visible, as the book's state at this
    /// change.
    void saved(long upToChange);

    /// Called when nothing is left to take: time to put in order, behind the searches, what makes
    /// them faster. Returns at once.
    default void tidy() {}

    /// The change up to which the index holds the book; 0 when it is empty, or was made by another
    /// embedding model or an older form of the index.
    long holdsUpTo();

    /// How many entries a search can find.
    long size();

    /// Copies what was last saved into a folder, while searches and changes go on. False when the
    /// index is not kept by this process.
    default boolean snapshot(Path folder) {
        return false;
    }

    @Override
    default void close() {}
}
