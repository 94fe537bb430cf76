package kr.dangol.casebook.lucene;

import java.io.IOException;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import kr.dangol.casebook.Origin;
import kr.dangol.casebook.search.PrecedentFilter;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.LeafReader;
import org.apache.lucene.index.SortedDocValues;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.util.Bits;
import org.apache.lucene.util.BytesRef;
import org.jspecify.annotations.Nullable;

/// What filters ask of the documents of one segment, in memory: 16 bytes a document. A filter is
/// then a few instructions on any document at any time, so that a search looks only at those it
/// meets instead of first listing all that pass.
///
/// All labels of a document share one long. Each [Label] has as many of its bits as the segment has
/// different values, and 0 stands for none.
final class Columns {

    private static final long UNKNOWN = -1;

    private final long[] labels;
    private final long[] costs;
    private final Map<Label, Place> places;

    private Columns(LeafReader reader) throws IOException {
        this.labels = new long[reader.maxDoc()];
        this.costs = new long[reader.maxDoc()];
        this.places = new EnumMap<>(Label.class);
        var shift = 0;
        for (var label : Label.values()) {
            var values = values(reader, label);
            var bits = Long.SIZE - Long.numberOfLeadingZeros(values.getValueCount());
            places.put(label, new Place(shift, (1L << bits) - 1));
            for (var doc = values.nextDoc();
                    doc != DocIdSetIterator.NO_MORE_DOCS;
                    doc = values.nextDoc()) {
                labels[doc] |= (values.ordValue() + 1L) << shift;
            }
            shift += bits;
        }
        if (shift > Long.SIZE) {
            throw new IllegalStateException("labels need " + shift + " bits");
        }
        readCosts(reader);
    }

    static Columns of(LeafReader reader) throws IOException {
        return new Columns(reader);
    }

    /// The documents that pass and are not deleted; null when none can. Asks the reader of the
    /// search: the one these columns were read from is closed as soon as a document is deleted,
    /// while the columns stay true.
    @Nullable Bits passing(PrecedentFilter filter, LeafReader reader) throws IOException {
        var live = reader.getLiveDocs();
        var mask = 0L;
        var wanted = 0L;
        for (var each : Label.wantedBy(filter).entrySet()) {
            var number = number(reader, each.getKey(), each.getValue());
            if (number < 1) {
                return null;
            }
            var place = place(each.getKey());
            mask |= place.mask() << place.shift();
            wanted |= number << place.shift();
        }
        var from = filter.costFrom();
        var to = filter.costTo();
        var least = from == null ? (to == null ? Long.MIN_VALUE : 0) : from.amount();
        var most = to == null ? Long.MAX_VALUE : to.amount();
        var origins = origins(reader, filter);
        var originPlace = place(Label.ORIGIN);
        return new Passing(mask, wanted, origins, originPlace, least, most, live);
    }

    /// One bit for each number of an origin that passes.
    private static long origins(LeafReader reader, PrecedentFilter filter) throws IOException {
        if (filter.origins().isEmpty()) {
            return -1L;
        }
        var origins = 0L;
        for (Origin origin : filter.origins()) {
            var number = number(reader, Label.ORIGIN, origin.name());
            origins |= number < 1 ? 0 : 1L << number;
        }
        return origins;
    }

    /// The number a value has in this segment, or less than 1.
    private static long number(LeafReader reader, Label label, String value) throws IOException {
        return values(reader, label).lookupTerm(new BytesRef(value)) + 1L;
    }

    private static SortedDocValues values(LeafReader reader, Label label) throws IOException {
        return DocValues.getSorted(reader, label.field());
    }

    private Place place(Label label) {
        return Objects.requireNonNull(places.get(label));
    }

    private void readCosts(LeafReader reader) throws IOException {
        Arrays.fill(costs, UNKNOWN);
        var values = DocValues.getNumeric(reader, Fields.COST);
        for (var doc = values.nextDoc();
                doc != DocIdSetIterator.NO_MORE_DOCS;
                doc = values.nextDoc()) {
            costs[doc] = values.longValue();
        }
    }

    /// Where a label's number lies in a document's long.
    private record Place(int shift, long mask) {}

    /// Decides on a document when it is asked.
    private final class Passing implements Bits {

        private final long mask;
        private final long wanted;
        private final long origins;
        private final int originShift;
        private final long originMask;
        private final long least;
        private final long most;
        private final @Nullable Bits live;

        Passing(
                long mask,
                long wanted,
                long origins,
                Place originPlace,
                long least,
                long most,
                @Nullable Bits live) {
            this.mask = mask;
            this.wanted = wanted;
            this.origins = origins;
            this.originShift = originPlace.shift();
            this.originMask = originPlace.mask();
            this.least = least;
            this.most = most;
            this.live = live;
        }

        @Override
        public boolean get(int doc) {
            var label = labels[doc];
            var cost = costs[doc];
            return (label & mask) == wanted
                    && (origins >>> (label >>> originShift & originMask) & 1) != 0
                    && cost >= least
                    && cost <= most
                    && (live == null || live.get(doc));
        }

        @Override
        public int length() {
            return labels.length;
        }
    }
}
