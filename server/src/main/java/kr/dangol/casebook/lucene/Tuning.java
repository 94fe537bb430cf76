package kr.dangol.casebook.lucene;

/// How an index is built and searched. `scanUpTo` is how many vectors are rather scanned than
/// walked to, `graphFrom` about how many vectors of one industry a segment must have before a graph
/// is built over them; a graph has so many `connections` a vector, chosen out of a `beam`.
public record Tuning(
        int scanUpTo, int graphFrom, int connections, int beam, double bufferMegabytes) {

    /// Decision 0014 says why, `benchmarks/run search-scale` measures it.
    public static final Tuning DEFAULT = new Tuning(4_000, 4_000, 16, 100, 16);

    /// Lucene builds a graph where a walk to this many neighbours would visit fewer vectors than
    /// there are; it expects a walk to visit `k · ln(size)`.
    int neighboursThatPay() {
        return (int) (graphFrom / Math.log(graphFrom));
    }
}
