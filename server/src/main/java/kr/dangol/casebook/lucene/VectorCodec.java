package kr.dangol.casebook.lucene;

import java.io.IOException;
import org.apache.lucene.codecs.KnnVectorsFormat;
import org.apache.lucene.codecs.KnnVectorsReader;
import org.apache.lucene.codecs.KnnVectorsWriter;
import org.apache.lucene.codecs.lucene104.Lucene104Codec;
import org.apache.lucene.codecs.lucene104.Lucene104HnswScalarQuantizedVectorsFormat;
import org.apache.lucene.codecs.lucene104.Lucene104ScalarQuantizedVectorsFormat.ScalarEncoding;
import org.apache.lucene.index.SegmentReadState;
import org.apache.lucene.index.SegmentWriteState;

/// How vectors lie on disk: one byte per dimension for the walk through the graph, and the floats
/// beside them for the last word. Graphs are built by merges only, behind whoever fills the index:
/// a fresh segment is small enough to be scanned, and its graph would be thrown away by its first
/// merge. Readers find the format by Lucene's own name for it, so that an index needs nothing of
/// ours to be read.
final class VectorCodec extends Lucene104Codec {

    private final KnnVectorsFormat format;

    VectorCodec(Tuning tuning) {
        this.format = new WideFormat(tuning);
    }

    @Override
    public KnnVectorsFormat getKnnVectorsFormatForField(String field) {
        return format;
    }

    /// Lucene allows 1,024 dimensions unless a format says otherwise, and an embedding of
    /// text-embedding-3-large has 3,072.
    private static final class WideFormat extends KnnVectorsFormat {

        private static final int MAX_DIMENSIONS = 4_096;

        private final KnnVectorsFormat fresh;
        private final KnnVectorsFormat merged;

        WideFormat(Tuning tuning) {
            super(Lucene104HnswScalarQuantizedVectorsFormat.NAME);
            this.fresh = format(tuning, Integer.MAX_VALUE);
            this.merged = format(tuning, tuning.neighboursThatPay());
        }

        private static KnnVectorsFormat format(Tuning tuning, int neighboursThatPay) {
            return new Lucene104HnswScalarQuantizedVectorsFormat(
                    ScalarEncoding.UNSIGNED_BYTE,
                    tuning.connections(),
                    tuning.beam(),
                    1,
                    null,
                    neighboursThatPay);
        }

        @Override
        public KnnVectorsWriter fieldsWriter(SegmentWriteState state) throws IOException {
            return (state.context.mergeInfo() == null ? fresh : merged).fieldsWriter(state);
        }

        @Override
        public KnnVectorsReader fieldsReader(SegmentReadState state) throws IOException {
            return merged.fieldsReader(state);
        }

        @Override
        public int getMaxDimensions(String field) {
            return MAX_DIMENSIONS;
        }
    }
}
