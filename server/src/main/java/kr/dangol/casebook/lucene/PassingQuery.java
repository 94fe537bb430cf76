package kr.dangol.casebook.lucene;

import java.io.IOException;
import kr.dangol.casebook.lucene.Columns.Passing;
import kr.dangol.casebook.search.PrecedentFilter;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.search.ConstantScoreScorerSupplier;
import org.apache.lucene.search.ConstantScoreWeight;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.QueryVisitor;
import org.apache.lucene.search.ScoreMode;
import org.apache.lucene.search.ScorerSupplier;
import org.apache.lucene.search.TwoPhaseIterator;
import org.apache.lucene.search.Weight;
import org.jspecify.annotations.Nullable;

/// The filter as a query beside others: they lead, and it is asked about what they found.
final class PassingQuery extends Query {

    /// A comparison or two; less than reading a position, which counts as 128.
    private static final float COST = 4;

    private final Segments segments;
    private final PrecedentFilter filter;

    PassingQuery(Segments segments, PrecedentFilter filter) {
        this.segments = segments;
        this.filter = filter;
    }

    @Override
    public Weight createWeight(IndexSearcher searcher, ScoreMode mode, float boost) {
        return new ConstantScoreWeight(this, boost) {
            @Override
            public @Nullable ScorerSupplier scorerSupplier(LeafReaderContext leaf)
                    throws IOException {
                var passing = segments.passing(leaf.reader(), filter);
                return passing == null ? null : supplier(passing, score(), mode);
            }

            @Override
            public boolean isCacheable(LeafReaderContext leaf) {
                return false;
            }
        };
    }

    private static ScorerSupplier supplier(Passing passing, float score, ScoreMode mode) {
        return new ConstantScoreScorerSupplier(score, mode, passing.length()) {
            @Override
            public DocIdSetIterator iterator(long leadCost) {
                return TwoPhaseIterator.asDocIdSetIterator(eachOf(passing));
            }

            @Override
            public long cost() {
                return (long) passing.to() - passing.from();
            }
        };
    }

    private static TwoPhaseIterator eachOf(Passing passing) {
        var all = DocIdSetIterator.range(passing.from(), passing.to());
        return new TwoPhaseIterator(all) {
            @Override
            public boolean matches() {
                return passing.get(all.docID());
            }

            @Override
            public float matchCost() {
                return COST;
            }
        };
    }

    @Override
    public void visit(QueryVisitor visitor) {
        visitor.visitLeaf(this);
    }

    @Override
    public String toString(String field) {
        return filter.toString();
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof PassingQuery that
                && segments == that.segments
                && filter.equals(that.filter);
    }

    @Override
    public int hashCode() {
        return filter.hashCode();
    }
}
