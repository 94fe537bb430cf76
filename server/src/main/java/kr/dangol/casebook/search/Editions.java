package kr.dangol.casebook.search;

import java.util.List;
import java.util.Set;

/// Where the editions of an index are kept. An edition is filled beside the one that serves, and
/// takes its place when it is whole; a kill leaves both where they were.
public interface Editions {

    /// What is kept, in the order in which it was begun.
    List<Kept> list();

    /// Opens an edition, empty when it was not begun yet.
    PrecedentIndex open(Edition edition, int dimensions);

    /// From now on the edition may serve, also after a restart.
    void finish(Edition edition);

    /// Deletes every edition but these.
    void sweep(Set<Edition> needed);

    /// Whether all instances share the editions, so that only one of them may fill them.
    default boolean areShared() {
        return false;
    }

    /// An edition, and whether it is whole.
    record Kept(Edition edition, boolean whole) {}
}
