package kr.dangol.casebook.lucene;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import org.apache.lucene.search.ScoreDoc;

/// Reciprocal rank fusion: each list gives the document on rank r the score 1 / (60 + r), and the
/// scores of all lists add up. Ranks need no calibration between cosine and BM25, and 60 is the
/// constant of the method's paper (Cormack, Clarke and Büttcher, SIGIR 2009): it keeps one list's
/// first place from beating two lists' second places.
final class Fusion {

    private static final float CONSTANT = 60;

    private Fusion() {}

    /// The documents of all lists, best first; equal scores in the order of their numbers.
    static ScoreDoc[] fuse(ScoreDoc[]... rankings) {
        var scores = new HashMap<Integer, Float>();
        for (var ranking : rankings) {
            for (var rank = 0; rank < ranking.length; rank++) {
                scores.merge(ranking[rank].doc, 1 / (CONSTANT + rank + 1), Float::sum);
            }
        }
        var fused = new ArrayList<ScoreDoc>();
        scores.forEach((doc, score) -> fused.add(new ScoreDoc(doc, score)));
        fused.sort(
                Comparator.<ScoreDoc>comparingDouble(each -> -each.score)
                        .thenComparingInt(each -> each.doc));
        return fused.toArray(ScoreDoc[]::new);
    }
}
