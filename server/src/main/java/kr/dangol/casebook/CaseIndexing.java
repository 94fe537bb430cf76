package kr.dangol.casebook;

/// How far the index is behind the book, and the means to bring it up to date now. It follows by
/// itself too; this is for whoever wants to know when it has.
public interface CaseIndexing {

    /// Changes of the book that the index has yet to see.
    long waiting();

    /// How many cases a search can find.
    long searchable();

    /// Embeds and indexes some of what waits; false when there is no more.
    ///
    /// @throws Unavailable when a service outside does not answer; what waits stays
    boolean advance();

    /// A service that the index rests on does not answer.
    final class Unavailable extends RuntimeException {

        public Unavailable(Throwable cause) {
            super(cause.getMessage(), cause);
        }
    }
}
