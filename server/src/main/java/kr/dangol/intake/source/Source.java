package kr.dangol.intake.source;

import java.util.List;

/// One place outside where data comes from. Each step can be repeated at any time and works on what
/// is waiting; each may be killed at any point and goes on from what it stored.
public interface Source {

    SourceKey key();

    /// The settings that are missing; empty when the source can be asked.
    List<String> missing();

    /// Asks the source and stores what it gave, page by page.
    void fetch(Work work);

    /// Turns what it gave into clean cases or figures.
    void clean(Work work);

    /// Hands what is clean to the case book or to the market.
    void store(Work work);

    /// One cheap call that shows whether the key is good; throws a [SourceFault] when not.
    default void probe() {}
}
