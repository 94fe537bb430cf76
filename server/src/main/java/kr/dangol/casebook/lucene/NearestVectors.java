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
/// `scanUpTo` of them (decision 0014). Otherwise the graph is walked over bytes and what it found
/// is scored again with floats. A walk that finds too few, because the filter cuts the graph into
/// pieces, is followed by a scan, so that nothing that exists is ever missing.
final class NearestVectors {

    /// Of this many vectors, evenly spread, we ask how many pass.
    private static final int SAMPLE = 512;

    /// Below this share of passing vectors the walk goes over neighbours' neighbours; percent.
    private static final KnnSearchStrategy.Hnsw WALK = new KnnSearchStrategy.Hnsw(60);

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
        var fields = fields(searcher, filter);
        var all = fields.stream().mapToInt(Field::estimate).sum();
        var found = new ArrayList<ScoreDoc>();
        for (var field : fields) {
            search(field, target, share(count, field.estimate(), all), found);
        }
        if (found.size() < count) {
            found.clear();
            for (var field : fields) {
                search(field, target, count, found);
            }
        }
        found.sort(BEST_FIRST);
        return found.stream().limit(count).toArray(ScoreDoc[]::new);
    }

    /// How many of the best may lie in one field: its share and three standard deviations, as cases
    /// come into segments by time and not by likeness.
    private static int share(int count, int estimate, int all) {
        var share = all == 0 ? 1 : (double) estimate / all;
        var spread = 3 * Math.sqrt(count * share * (1 - share));
        return Math.min(count, (int) Math.ceil(count * share + spread) + 1);
    }

    /// The vectors of one industry in one segment, and about how many of them pass.
    private record Field(LeafReaderContext leaf, String name, Bits passing, int estimate) {}

    private List<Field> fields(IndexSearcher searcher, PrecedentFilter filter) throws IOException {
        var fields = new ArrayList<Field>();
        for (var leaf : searcher.getIndexReader().leaves()) {
            var passing = segments.passing(leaf.reader(), filter);
            if (passing == null) {
                continue;
            }
            for (var industry : industries(filter)) {
                var name = Fields.vector(industry);
                var vectors = leaf.reader().getFloatVectorValues(name);
                if (vectors != null && vectors.size() > 0) {
                    var estimate = estimate(vectors, passing);
                    fields.add(new Field(leaf, name, passing, estimate));
                }
            }
        }
        return fields;
    }

    private static final Comparator<ScoreDoc> BEST_FIRST =
            Comparator.<ScoreDoc>comparingDouble(each -> -each.score)
                    .thenComparingInt(each -> each.doc);

    private static List<Industry> industries(PrecedentFilter filter) {
        var industry = filter.industry();
        return industry == null ? List.of(Industry.values()) : List.of(industry);
    }

    private void search(Field field, float[] target, int count, List<ScoreDoc> found)
            throws IOException {
        var isFew = field.estimate() <= Math.max(scanUpTo, count);
        var docs = isFew ? NONE : walk(field, target, count);
        if (docs.length < count) {
            docs = scan(field, target, count);
        } else {
            rescore(field, target, docs);
        }
        for (var doc : docs) {
            found.add(new ScoreDoc(doc.doc + field.leaf().docBase, doc.score));
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

    private static ScoreDoc[] walk(Field field, float[] target, int count) throws IOException {
        var collector = new TopKnnCollector(count, field.estimate(), WALK);
        field.leaf()
                .reader()
                .searchNearestVectors(
                        field.name(),
                        target,
                        collector,
                        new Accepted(field.passing(), field.estimate()));
        return collector.earlyTerminated() ? NONE : collector.topDocs().scoreDocs;
    }

    private static ScoreDoc[] scan(Field field, float[] target, int count) throws IOException {
        var best = new TopKnnCollector(count, Integer.MAX_VALUE);
        var scorer = field.leaf().reader().getFloatVectorValues(field.name()).rescorer(target);
        var docs = scorer.iterator();
        for (var doc = docs.nextDoc(); doc != DocIdSetIterator.NO_MORE_DOCS; doc = docs.nextDoc()) {
            if (field.passing().get(doc)) {
                best.collect(doc, scorer.score());
            }
        }
        return best.topDocs().scoreDocs;
    }

    private static void rescore(Field field, float[] target, ScoreDoc[] docs) throws IOException {
        Arrays.sort(docs, Comparator.comparingInt(each -> each.doc));
        var scorer = field.leaf().reader().getFloatVectorValues(field.name()).rescorer(target);
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
