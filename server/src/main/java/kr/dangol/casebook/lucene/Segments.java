package kr.dangol.casebook.lucene;

import java.io.IOException;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import kr.dangol.casebook.lucene.Columns.Passing;
import kr.dangol.casebook.search.PrecedentFilter;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.LeafReader;
import org.jspecify.annotations.Nullable;

/// The [Columns] of the segments in use. Those of a freshly merged segment are read before any
/// search sees it.
final class Segments {

    private final Map<IndexReader.CacheKey, Columns> columns = new ConcurrentHashMap<>();

    /// The documents of a segment that pass a filter; null when none can.
    @Nullable Passing passing(LeafReader segment, PrecedentFilter filter) throws IOException {
        return columns(segment).passing(filter, segment);
    }

    Columns columns(LeafReader segment) throws IOException {
        var helper = Objects.requireNonNull(segment.getCoreCacheHelper());
        var known = columns.get(helper.getKey());
        if (known != null) {
            return known;
        }
        var read = Columns.of(segment);
        if (columns.putIfAbsent(helper.getKey(), read) == null) {
            helper.addClosedListener(columns::remove);
        }
        return read;
    }
}
