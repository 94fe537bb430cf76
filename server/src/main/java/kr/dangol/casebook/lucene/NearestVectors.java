package kr.dangol.casebook.lucene;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import kr.dangol.casebook.search.PrecedentFilter;
import kr.dangol.shared.Industry;
import org.apache.lucene.index.FloatVectorValues;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.search.AcceptDocs;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.search.FilteredDocIdSetIterator;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.TopKnnCollector;
import org.apache.lucene.search.knn.KnnSearchStrategy;
import org.apache.lucene.util.Bits;

/// The nearest vectors inside a filter. Each industry has its own field and so its own graph in
/// every segment, because nearly every question stays inside one industry.
///
/// A field is scanned, with the floats themselves, where few vectors pass the filter: up to
/// `scanUpTo` of them (decision 0010). Otherwise the graph is walked over bytes and what it found
/// is scored again with floats. A walk that finds too few, because the filter cuts the graph into
/// pieces, is followed by a scan, so that nothing that exists is ever missing.
final class NearestVectors {

    /// Of this many vectors, evenly spread, we ask how many pass.
    private static final int SAMPLE = 512;

    /// Below this share of passing vectors the walk goes over neighbours' neighbours; percent.
    private static final KnnSearchStrategy.Hnsw WALK = new KnnSearchStrategy.Hnsw(60);

    private final Segments segments;
    private final int scanUpTo;

    NearestVectors(Segments segments, int scanUpTo) {
        this.segments = segments;
        this.scanUpTo = scanUpTo;
    }

    /// Best first; equal ones in the order of their numbers. Scores are `(1 + cosine) / 2`.
    ScoreDoc[] search(IndexSearcher searcher, float[] target, PrecedentFilter filter, int count)
            throws IOException {
        var found = new ArrayList<ScoreDoc>();
        for (var leaf : searcher.getIndexReader().leaves()) {
            var passing = segments.passing(leaf.reader(), filter);
            if (passing != null) {
                for (var industry : industries(filter)) {
                    searchField(leaf, industry, new Sought(target, passing, count), found);
                }
            }
        }
        found.sort(BEST_FIRST);
        return found.stream().limit(count).toArray(ScoreDoc[]::new);
    }

    private static final Comparator<ScoreDoc> BEST_FIRST =
            Comparator.<ScoreDoc>comparingDouble(each -> -each.score)
                    .thenComparingInt(each -> each.doc);

    /// What is looked for in every field.
    private record Sought(float[] target, Bits passing, int count) {}

    private static List<Industry> industries(PrecedentFilter filter) {
        var industry = filter.industry();
        return industry == null ? List.of(Industry.values()) : List.of(industry);
    }

    private void searchField(
            LeafReaderContext leaf, Industry industry, Sought sought, List<ScoreDoc> found)
            throws IOException {
        var field = Fields.vector(industry);
        var vectors = leaf.reader().getFloatVectorValues(field);
        if (vectors == null || vectors.size() == 0) {
            return;
        }
        var passing = estimate(vectors, sought.passing());
        var isFew = passing <= Math.max(scanUpTo, sought.count());
        var docs = isFew ? new ScoreDoc[0] : walk(leaf, field, sought, passing);
        if (docs.length < sought.count()) {
            docs = scan(vectors, sought);
        } else {
            rescore(leaf.reader().getFloatVectorValues(field), sought.target(), docs);
        }
        for (var doc : docs) {
            found.add(new ScoreDoc(doc.doc + leaf.docBase, doc.score));
        }
    }

    /// About how many vectors pass; exact when there are few.
    private static int estimate(FloatVectorValues vectors, Bits passing) {
        var size = vectors.size();
        var step = Math.max(1, size / SAMPLE);
        var asked = 0;
        var pass = 0;
        for (var i = 0; i < size; i += step) {
            asked++;
            pass += passing.get(vectors.ordToDoc(i)) ? 1 : 0;
        }
        return (int) ((long) pass * size / asked);
    }

    private static ScoreDoc[] walk(LeafReaderContext leaf, String field, Sought sought, int passing)
            throws IOException {
        var collector = new TopKnnCollector(sought.count(), passing, WALK);
        leaf.reader()
                .searchNearestVectors(
                        field, sought.target(), collector, new Accepted(sought.passing(), passing));
        return collector.earlyTerminated() ? new ScoreDoc[0] : collector.topDocs().scoreDocs;
    }

    private static ScoreDoc[] scan(FloatVectorValues vectors, Sought sought) throws IOException {
        var best = new TopKnnCollector(sought.count(), Integer.MAX_VALUE);
        var scorer = vectors.rescorer(sought.target());
        var docs = scorer.iterator();
        for (var doc = docs.nextDoc(); doc != DocIdSetIterator.NO_MORE_DOCS; doc = docs.nextDoc()) {
            if (sought.passing().get(doc)) {
                best.collect(doc, scorer.score());
            }
        }
        return best.topDocs().scoreDocs;
    }

    private static void rescore(FloatVectorValues vectors, float[] target, ScoreDoc[] docs)
            throws IOException {
        Arrays.sort(docs, Comparator.comparingInt(each -> each.doc));
        var scorer = vectors.rescorer(target);
        var iterator = scorer.iterator();
        for (var doc : docs) {
            iterator.advance(doc.doc);
            doc.score = scorer.score();
        }
    }

    /// The filter as Lucene's walk wants it.
    private static final class Accepted extends AcceptDocs {

        private final Bits passing;
        private final int estimate;

        Accepted(Bits passing, int estimate) {
            this.passing = passing;
            this.estimate = estimate;
        }

        @Override
        public Bits bits() {
            return passing;
        }

        @Override
        public DocIdSetIterator iterator() {
            return new FilteredDocIdSetIterator(DocIdSetIterator.all(passing.length())) {
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
