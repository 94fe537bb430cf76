package kr.dangol.casebook.lucene;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Objects;
import kr.dangol.casebook.lucene.Columns.Passing;
import kr.dangol.casebook.search.PrecedentFilter;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.search.AcceptDocs;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.search.FilteredDocIdSetIterator;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.TopKnnCollector;
import org.apache.lucene.search.knn.KnnSearchStrategy;
import org.apache.lucene.util.Bits;

/// The nearest vectors inside a filter, gathered from those [VectorField]s of each segment that may
/// hold some.
///
/// A field is scanned, with the floats themselves, where few of its vectors pass the filter: up to
/// `scanUpTo` of them (decision 0014). Otherwise its graph is walked over bytes and what it found
/// is scored again with floats. A walk that finds too few, because the filter cuts the graph into
/// pieces, is followed by a scan, so that nothing that exists is ever missing.
final class NearestVectors {

    /// Of this many vectors, evenly spread, we ask how many pass.
    private static final int SAMPLE = 256;

    /// Below this share of passing vectors the walk goes over neighbours' neighbours; percent.
    private static final KnnSearchStrategy.Hnsw WALK = new KnnSearchStrategy.Hnsw(60);

    /// How many candidates a walk keeps at least; with fewer it ends among the near before it has
    /// found the nearest.
    private static final int WIDTH = 200;

    private static final ScoreDoc[] NONE = {};

    private final Segments segments;
    private final int scanUpTo;

    NearestVectors(Segments segments, int scanUpTo) {
        this.segments = segments;
        this.scanUpTo = scanUpTo;
    }

    /// Best first; equal ones in the order of their numbers. Scores are `(1 + cosine) / 2`.
    ScoreDoc[] search(IndexSearcher searcher, float[] target, PrecedentFilter filter, int count)
            throws IOException {
        var parts = parts(searcher, filter);
        var passing = new HashMap<VectorField, Integer>();
        parts.forEach(part -> passing.merge(part.field(), part.estimate(), Integer::sum));
        var found = new ArrayList<ScoreDoc>();
        var isCut = false;
        for (var part : parts) {
            var all = Objects.requireNonNull(passing.get(part.field()));
            var share = share(count, part.estimate(), all);
            isCut |= share < count;
            search(part, target, share, found);
        }
        if (isCut && found.size() < count) {
            found.clear();
            for (var part : parts) {
                search(part, target, count, found);
            }
        }
        found.sort(BEST_FIRST);
        return found.stream().limit(count).toArray(ScoreDoc[]::new);
    }

    /// How many of the best may lie in one segment: its share and three standard deviations, as
    /// cases come into segments by time and not by likeness.
    private static int share(int count, int estimate, int all) {
        var share = all == 0 ? 1 : (double) estimate / all;
        var spread = 3 * Math.sqrt(count * share * (1 - share));
        return Math.min(count, (int) Math.ceil(count * share + spread) + 1);
    }

    /// The vectors of one field in one segment, which of them pass, and about how many.
    private record Part(LeafReaderContext leaf, VectorField field, Passing passing, int estimate) {

        String name() {
            return field.fieldName();
        }
    }

    private List<Part> parts(IndexSearcher searcher, PrecedentFilter filter) throws IOException {
        var parts = new ArrayList<Part>();
        for (var leaf : searcher.getIndexReader().leaves()) {
            var columns = segments.columns(leaf.reader());
            for (var field : columns.fields()) {
                var passing = columns.passing(filter, field, leaf.reader());
                if (passing != null) {
                    parts.add(new Part(leaf, field, passing, estimate(passing)));
                }
            }
        }
        return parts;
    }

    private static final Comparator<ScoreDoc> BEST_FIRST =
            Comparator.<ScoreDoc>comparingDouble(each -> -each.score)
                    .thenComparingInt(each -> each.doc);

    private void search(Part part, float[] target, int count, List<ScoreDoc> found)
            throws IOException {
        var isFew = part.estimate() <= Math.max(scanUpTo, count);
        var docs = isFew ? NONE : walk(part, target, count);
        if (docs.length < count) {
            docs = scan(part, target, count);
        } else {
            rescore(part, target, docs);
        }
        for (var doc : docs) {
            found.add(new ScoreDoc(doc.doc + part.leaf().docBase, doc.score));
        }
    }

    /// About how many vectors pass; exact when there are few: each document in the range has one.
    private static int estimate(Passing passing) {
        var size = passing.to() - passing.from();
        var step = Math.max(1, size / SAMPLE);
        var asked = 0;
        var pass = 0;
        for (var doc = passing.from(); doc < passing.to(); doc += step) {
            asked++;
            pass += passing.get(doc) ? 1 : 0;
        }
        return (int) ((long) pass * size / asked);
    }

    private static ScoreDoc[] walk(Part part, float[] target, int count) throws IOException {
        var collector = new TopKnnCollector(Math.max(count, WIDTH), part.estimate(), WALK);
        part.leaf()
                .reader()
                .searchNearestVectors(
                        part.name(),
                        target,
                        collector,
                        new Accepted(part.passing(), part.estimate()));
        return collector.earlyTerminated() ? NONE : collector.topDocs().scoreDocs;
    }

    private static ScoreDoc[] scan(Part part, float[] target, int count) throws IOException {
        var best = new TopKnnCollector(count, Integer.MAX_VALUE);
        var scorer = part.leaf().reader().getFloatVectorValues(part.name()).rescorer(target);
        var docs = scorer.iterator();
        var passing = part.passing();
        for (var doc = docs.advance(passing.from()); doc < passing.to(); doc = docs.nextDoc()) {
            if (passing.get(doc)) {
                best.collect(doc, scorer.score());
            }
        }
        return best.topDocs().scoreDocs;
    }

    private static void rescore(Part part, float[] target, ScoreDoc[] docs) throws IOException {
        Arrays.sort(docs, Comparator.comparingInt(each -> each.doc));
        var scorer = part.leaf().reader().getFloatVectorValues(part.name()).rescorer(target);
        var iterator = scorer.iterator();
        for (var doc : docs) {
            iterator.advance(doc.doc);
            doc.score = scorer.score();
        }
    }

    /// The filter as Lucene's walk wants it.
    private static final class Accepted extends AcceptDocs {

        private final Passing passing;
        private final int estimate;

        Accepted(Passing passing, int estimate) {
            this.passing = passing;
            this.estimate = estimate;
        }

        @Override
        public Bits bits() {
            return passing;
        }

        @Override
        public DocIdSetIterator iterator() {
            return new FilteredDocIdSetIterator(
                    DocIdSetIterator.range(passing.from(), passing.to())) {
                @Override
                protected boolean match(int doc) {
                    return passing.get(doc);
                }
            };
        }

        @Override
        public int cost() {
            return estimate;
        }
    }
}
