package kr.dangol.casebook.lucene;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// Reciprocal rank fusion: each list gives the document on rank r the score 1 / (60 + r), and the
/// scores of all lists add up. Ranks need no calibration between cosine and BM25, and 60 is the
/// constant of the method's paper (Cormack, Clarke and Büttcher, SIGIR 2009): it keeps one list's
/// first place from beating two lists' second places.
final class Fusion {

    private static final double CONSTANT = 60;

    private Fusion() {}

    /// The documents of all lists, best first; equal scores in the order of their numbers.
    static List<Fused> fuse(List<int[]> rankings) {
        var scores = new HashMap<Integer, Double>();
        for (var ranking : rankings) {
            for (var rank = 0; rank < ranking.length; rank++) {
                scores.merge(ranking[rank], 1 / (CONSTANT + rank + 1), Double::sum);
            }
        }
        var fused = new ArrayList<Fused>();
        for (Map.Entry<Integer, Double> entry : scores.entrySet()) {
            fused.add(new Fused(entry.getKey(), entry.getValue()));
        }
        fused.sort(
                Comparator.comparingDouble(Fused::score).reversed().thenComparing(Fused::document));
        return fused;
    }

    /// A document with its fused score.
    record Fused(int document, double score) {}
}
