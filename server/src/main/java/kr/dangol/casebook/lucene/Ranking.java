package kr.dangol.casebook.lucene;

/// By what a search ranks. All but [#HYBRID] are there to be measured against it: vectors as the
/// index sees fit, by walking its graphs wherever they are, and by scanning them all.
public enum Ranking {
    HYBRID,
    VECTORS,
    VECTORS_WALKED,
    VECTORS_SCANNED,
    WORDS
}
