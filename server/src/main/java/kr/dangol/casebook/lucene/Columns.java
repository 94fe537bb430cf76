package kr.dangol.casebook.lucene;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.IntPredicate;
import kr.dangol.casebook.Origin;
import kr.dangol.casebook.search.PrecedentFilter;
import kr.dangol.shared.Industry;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.LeafReader;
import org.apache.lucene.index.SortedDocValues;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.search.Sort;
import org.apache.lucene.search.SortField;
import org.apache.lucene.util.Bits;
import org.apache.lucene.util.BytesRef;
import org.jspecify.annotations.Nullable;

/// What filters ask of the documents of one segment, in memory: 16 bytes a document. A filter is
/// then a few instructions on any document at any time, so that a search looks only at those it
/// meets instead of first listing all that pass.
///
/// All labels of a document share one long. Each [Label] has as many of its bits as the segment has
/// different values, and 0 stands for none.
///
/// The documents of a segment lie in the order of [#ORDER], so that those of one industry in a
/// range of cost are neighbours, and a search inside it never meets the others.
final class Columns {

    private static final SortField BY_COST =
            new SortField(Fields.COST, SortField.Type.LONG, false, CostRange.UNKNOWN_COST);
    private static final SortField BY_INDUSTRY =
            new SortField(Label.INDUSTRY.field(), SortField.Type.STRING);

    /// How an index must sort its documents.
    static final Sort ORDER = new Sort(BY_INDUSTRY, BY_COST);

    private final long[] labels;
    private final long[] costs;
    private final Map<Label, Place> places;
    private final List<VectorField> fields = new ArrayList<>();

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
        for (var info : reader.getFieldInfos()) {
            var field = VectorField.parse(info.name);
            if (field != null) {
                fields.add(field);
            }
        }
    }

    static Columns of(LeafReader reader) throws IOException {
        return new Columns(reader);
    }

    /// Those that some document of the segment has.
    List<VectorField> fields() {
        return fields;
    }

    /// The documents that pass and are not deleted; null when none can. Asks the reader of the
    /// search: the one these columns were read from is closed as soon as a document is deleted,
    /// while the columns stay true.
    @Nullable Passing passing(PrecedentFilter filter, LeafReader reader) throws IOException {
        return passing(filter, filter.industry(), CostRange.of(filter), reader);
    }

    /// The same among the documents of one field.
    @Nullable Passing passing(PrecedentFilter filter, VectorField field, LeafReader reader)
            throws IOException {
        return field.mayHold(filter)
                ? passing(filter, field.industry(), field.costs(filter), reader)
                : null;
    }

    private @Nullable Passing passing(
            PrecedentFilter filter, @Nullable Industry industry, CostRange range, LeafReader reader)
            throws IOException {
        if (range.isEmpty()) {
            return null;
        }
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
        var from = 0;
        var to = labels.length;
        if (industry != null) {
            var number = number(reader, Label.INDUSTRY, industry.name());
            from = first(from, to, doc -> industry(doc) >= number);
            to = first(from, to, doc -> industry(doc) > number);
            from = first(from, to, doc -> costs[doc] >= range.least());
            to = first(from, to, doc -> costs[doc] > range.most());
        }
        return from == to
                ? null
                : new Passing(
                        mask,
                        wanted,
                        origins(reader, filter),
                        from,
                        to,
                        range,
                        reader.getLiveDocs());
    }

    private long industry(int doc) {
        return place(Label.INDUSTRY).of(labels[doc]);
    }

    /// The first of a range of documents of which this is true, and of all after it too; the end of
    /// the range when there is none.
    private static int first(int from, int to, IntPredicate isTrue) {
        var low = from;
        var high = to;
        while (low < high) {
            var middle = (low + high) >>> 1;
            if (isTrue.test(middle)) {
                high = middle;
            } else {
                low = middle + 1;
            }
        }
        return low;
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
        Arrays.fill(costs, CostRange.UNKNOWN_COST);
        var values = DocValues.getNumeric(reader, Fields.COST);
        for (var doc = values.nextDoc();
                doc != DocIdSetIterator.NO_MORE_DOCS;
                doc = values.nextDoc()) {
            costs[doc] = values.longValue();
        }
    }

    /// Where a label's number lies in a document's long.
    private record Place(int shift, long mask) {

        long of(long label) {
            return label >>> shift & mask;
        }
    }

    /// Decides on a document when it is asked. All that pass lie in the documents `from` to before
    /// `to`; without an industry that is the whole segment.
    final class Passing implements Bits {

        private final long mask;
        private final long wanted;
        private final long origins;
        private final Place origin = place(Label.ORIGIN);
        private final int from;
        private final int to;
        private final CostRange range;
        private final @Nullable Bits live;

        Passing(
                long mask,
                long wanted,
                long origins,
                int from,
                int to,
                CostRange range,
                @Nullable Bits live) {
            this.mask = mask;
            this.wanted = wanted;
            this.origins = origins;
            this.from = from;
            this.to = to;
            this.range = range;
            this.live = live;
        }

        int from() {
            return from;
        }

        int to() {
            return to;
        }

        @Override
        public boolean get(int doc) {
            var label = labels[doc];
            return (label & mask) == wanted
                    && (origins >>> origin.of(label) & 1) != 0
                    && range.contains(costs[doc])
                    && (live == null || live.get(doc));
        }

        @Override
        public int length() {
            return labels.length;
        }
    }
}
