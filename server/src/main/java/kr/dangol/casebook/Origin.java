package kr.dangol.casebook;

/// Where a precedent came from.
public enum Origin {
    /// Made by our generator so that the first start works; shown as such and outweighed by real
    /// ones.
    SAMPLE,
    /// Gathered by hand and shipped with the product.
    BENCHMARK,
    /// Imported by an operator.
    IMPORT,
    /// Read from outside sources by the nightly collection.
    COLLECTED,
    /// An event of one of our own owners.
    OWN
}
