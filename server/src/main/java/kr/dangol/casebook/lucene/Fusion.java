package kr.dangol.casebook.lucene;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;
import org.apache.lucene.search.ScoreDoc;

/// Makes one ranking of two. Each ranking's scores are stretched so that its first has 1 and its
/// last 0, and added up. On the graded questions this did better than adding up by ranks, which
/// forgets how far the first is ahead of the second (decision 0014).
final class Fusion {

    private static final float NEAR = 0.38f;

    private Fusion() {}

    /// The documents of both, best first; equal ones in the order of their numbers.
    static ScoreDoc[] fuse(ScoreDoc[] near, ScoreDoc[] alike) {
        var scores = new HashMap<Integer, Float>();
        add(scores, near, NEAR);
        add(scores, alike, 1 - NEAR);
        var fused = new ArrayList<ScoreDoc>();
        scores.forEach((doc, score) -> fused.add(new ScoreDoc(doc, score)));
        fused.sort(
                Comparator.<ScoreDoc>comparingDouble(each -> -each.score)
                        .thenComparingInt(each -> each.doc));
        return fused.toArray(ScoreDoc[]::new);
    }

    private static void add(Map<Integer, Float> scores, ScoreDoc[] ranking, float weight) {
        if (ranking.length == 0) {
            return;
        }
        var least = ranking[ranking.length - 1].score;
        var range = ranking[0].score - least;
        for (var each : ranking) {
            var share = range == 0 ? 1 : (each.score - least) / range;
            scores.merge(each.doc, weight * share, Float::sum);
        }
    }
}
