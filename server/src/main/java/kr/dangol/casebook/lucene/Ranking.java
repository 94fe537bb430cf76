package kr.dangol.casebook.lucene;

/// By what a search ranks. All but [#HYBRID] are there to be measured against it.
public enum Ranking {
    HYBRID,
    VECTORS,
    VECTORS_SCANNED,
    WORDS
}
