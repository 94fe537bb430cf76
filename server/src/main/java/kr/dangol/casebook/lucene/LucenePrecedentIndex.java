package kr.dangol.casebook.lucene;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import kr.dangol.casebook.PrecedentId;
import kr.dangol.casebook.korean.KoreanWords;
import kr.dangol.casebook.search.Hit;
import kr.dangol.casebook.search.IndexEntry;
import kr.dangol.casebook.search.IndexQuery;
import kr.dangol.casebook.search.PrecedentFilter;
import kr.dangol.casebook.search.PrecedentIndex;
import kr.dangol.casebook.search.SearchUnavailable;
import org.apache.lucene.index.ConcurrentMergeScheduler;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.IndexWriterConfig.OpenMode;
import org.apache.lucene.index.KeepOnlyLastCommitDeletionPolicy;
import org.apache.lucene.index.ReaderUtil;
import org.apache.lucene.index.SnapshotDeletionPolicy;
import org.apache.lucene.index.Term;
import org.apache.lucene.index.TieredMergePolicy;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.BoostQuery;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.SearcherFactory;
import org.apache.lucene.search.SearcherManager;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.search.TopScoreDocCollectorManager;
import org.apache.lucene.store.AlreadyClosedException;
import org.apache.lucene.store.FSDirectory;
import org.apache.lucene.store.IOContext;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The index on this machine's disk, read through memory mapping.
///
/// A search is hybrid: the nearest vectors and the best words are two rankings, fused by [Fusion].
/// Both run inside the filter, and [NearestVectors] finds as many as exist.
///
/// Searches read a view of the last save and wait for nobody: segments are merged and their graphs
/// built behind them, and a new segment is warm before a search sees it.
///
/// What the index holds is written into each commit: the change number of the book, the identity of
/// the book, the embedding model and the form of the documents. If one of the last three differs or
/// the files are damaged, the index begins anew, for the book can always fill it again.
public final class LucenePrecedentIndex implements PrecedentIndex {

    private static final Logger log = LoggerFactory.getLogger(LucenePrecedentIndex.class);

    /// Grows when documents of an older index could no longer be searched.
    private static final String FORM = "4";

    /// How many of each ranking are fused; more did not do better on the graded questions.
    private static final int DEPTH = 40;

    /// These two bound what building one graph takes of the heap, see decision 0014.
    private static final double LARGEST_MERGED_MEGABYTES = 2_048;

    private static final long LARGEST_CONSOLIDATED = 2_000_000;

    /// Up to so many documents are searched in a moment, in however many segments they lie.
    private static final long FEW = 5_000;

    /// Longer than the pauses of an import.
    private static final Duration QUIET = Duration.ofSeconds(30);

    private final KoreanWords words;
    private final QueryWords reader;
    private final Map<String, String> stamp;
    private final FSDirectory directory;
    private final IndexWriter writer;
    private final SearcherManager searchers;
    private final Segments segments = new Segments();
    private final NearestVectors nearest;
    private final NearestVectors walked = new NearestVectors(segments, 0);
    private final NearestVectors scanned = new NearestVectors(segments, Integer.MAX_VALUE);
    private final SnapshotDeletionPolicy commits =
            new SnapshotDeletionPolicy(new KeepOnlyLastCommitDeletionPolicy());
    private long holdsUpTo;
    private volatile long lastChange = System.nanoTime();

    private LucenePrecedentIndex(
            Path path, Map<String, String> stamp, KoreanWords words, Tuning tuning)
            throws IOException {
        this.words = words;
        this.reader = new QueryWords(words);
        this.stamp = stamp;
        this.nearest = new NearestVectors(segments, tuning.scanUpTo());
        this.directory = FSDirectory.open(path);
        this.holdsUpTo = changeOfLastCommit();
        this.writer = new IndexWriter(directory, settings(tuning));
        this.searchers = new SearcherManager(writer, new SearcherFactory());
    }

    /// Opens the index in a directory, empty when there is none yet or the one there is of no use.
    public static LucenePrecedentIndex open(
            Path path, String book, String model, KoreanWords words) {
        return open(path, book, model, words, Tuning.DEFAULT);
    }

    /// As above, tuned otherwise.
    public static LucenePrecedentIndex open(
            Path path, String book, String model, KoreanWords words, Tuning tuning) {
        var stamp = Map.of("form", FORM, "book", book, "model", model);
        try {
            try {
                return new LucenePrecedentIndex(path, stamp, words, tuning);
            } catch (IOException damaged) {
                log.warn("search index cannot be read and is made anew: {}", damaged.getMessage());
                delete(path);
                return new LucenePrecedentIndex(path, stamp, words, tuning);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public List<Hit> search(IndexQuery query) {
        return search(query, Ranking.HYBRID);
    }

    /// Searches by one ranking alone.
    public List<Hit> search(IndexQuery query, Ranking ranking) {
        return read(searcher -> search(searcher, query, ranking));
    }

    /// Looks up the filter's labels in each segment's dictionary.
    @Override
    public boolean mayHold(PrecedentFilter filter) {
        return read(searcher -> {
            for (var leaf : searcher.getIndexReader().leaves()) {
                if (segments.passing(leaf.reader(), filter) != null) {
                    return true;
                }
            }
            return false;
        });
    }

    @Override
    public void put(Collection<IndexEntry> entries) {
        lastChange = System.nanoTime();
        io(() -> {
            for (var entry : entries) {
                writer.updateDocument(
                        Fields.term(entry.precedent().id()), Fields.document(entry, words));
            }
        });
    }

    @Override
    public void remove(Collection<PrecedentId> ids) {
        if (!ids.isEmpty()) {
            lastChange = System.nanoTime();
        }
        io(() -> writer.deleteDocuments(ids.stream().map(Fields::term).toArray(Term[]::new)));
    }

    /// Lucene closes a writer that could not write, for example on a full disk.
    @Override
    public boolean isBroken() {
        return !writer.isOpen();
    }

    @Override
    public synchronized void saved(long upToChange) {
        io(() -> {
            var data = new LinkedHashMap<>(stamp);
            data.put("change", String.valueOf(upToChange));
            writer.setLiveCommitData(data.entrySet());
            writer.commit();
            searchers.maybeRefreshBlocking();
            holdsUpTo = upToChange;
        });
    }

    @Override
    public synchronized long holdsUpTo() {
        return holdsUpTo;
    }

    @Override
    public long size() {
        return read(searcher -> (long) searcher.getIndexReader().numDocs());
    }

    /// Lets searches see what was merged since the last save and, once nothing has changed for a
    /// while, lays segments together.
    @Override
    public void tidy() {
        saveMerged();
        if (System.nanoTime() - lastChange > QUIET.toNanos()) {
            consolidate();
        }
    }

    private void saveMerged() {
        if (!isMerging() && writer.hasUncommittedChanges()) {
            saved(holdsUpTo());
        }
    }

    /// Begins to merge all into one segment, behind the searches, when more than a tenth lies
    /// outside the largest: a search pays for every segment, and so the largest is written again
    /// only after the index has grown by so much.
    private void consolidate() {
        var sizes =
                read(searcher ->
                        searcher.getIndexReader().leaves().stream()
                                .mapToInt(leaf -> leaf.reader().maxDoc())
                                .summaryStatistics());
        var outside = sizes.getSum() - sizes.getMax();
        if (sizes.getSum() > FEW && outside > sizes.getSum() / 10 && !isMerging()) {
            var segments = (int) (1 + sizes.getSum() / LARGEST_CONSOLIDATED);
            io(() -> writer.forceMerge(segments, false));
        }
    }

    /// Tidies at once and waits for the end of it.
    public void tidyNow() {
        merges().sync();
        saveMerged();
        consolidate();
        merges().sync();
        saveMerged();
    }

    @Override
    public boolean snapshot(Path folder) {
        io(() -> {
            if (!DirectoryReader.indexExists(directory)) {
                saved(holdsUpTo());
            }
            var commit = commits.snapshot();
            try (var target = FSDirectory.open(folder)) {
                for (var file : commit.getFileNames()) {
                    target.copyFrom(directory, file, file, IOContext.DEFAULT);
                }
                target.sync(commit.getFileNames());
                target.syncMetaData();
            } finally {
                commits.release(commit);
            }
        });
        return true;
    }

    private boolean isMerging() {
        return merges().mergeThreadCount() > 0;
    }

    private ConcurrentMergeScheduler merges() {
        return (ConcurrentMergeScheduler) writer.getConfig().getMergeScheduler();
    }

    /// In how many segments the entries lie that a search can find.
    public int segments() {
        return read(searcher -> searcher.getIndexReader().leaves().size());
    }

    /// Closes without committing: what was not [#saved] is not in the next index either.
    @Override
    public void close() {
        io(() -> {
            searchers.close();
            writer.rollback();
            directory.close();
        });
    }

    private List<Hit> search(IndexSearcher searcher, IndexQuery query, Ranking ranking)
            throws IOException {
        var limit = query.limit();
        var depth = Math.max(DEPTH, 2 * limit);
        return switch (ranking) {
            case HYBRID ->
                    hits(
                            searcher,
                            Fusion.fuse(
                                    nearest(nearest, searcher, query, depth),
                                    alike(searcher, query, depth)),
                            limit);
            case VECTORS -> hits(searcher, nearest(nearest, searcher, query, depth), limit);
            case VECTORS_WALKED -> hits(searcher, nearest(walked, searcher, query, depth), limit);
            case VECTORS_SCANNED -> hits(searcher, nearest(scanned, searcher, query, depth), limit);
            case WORDS -> hits(searcher, alike(searcher, query, depth), limit);
        };
    }

    private static ScoreDoc[] nearest(
            NearestVectors vectors, IndexSearcher searcher, IndexQuery query, int depth)
            throws IOException {
        return vectors.search(searcher, query.vector().toArray(), query.filter(), depth);
    }

    private ScoreDoc[] alike(IndexSearcher searcher, IndexQuery query, int depth)
            throws IOException {
        var alike = new BooleanQuery.Builder();
        var terms = reader.weigh(query.text());
        terms.forEach((term, weight) ->
                alike.add(new BoostQuery(new TermQuery(term), weight), Occur.SHOULD));
        if (terms.isEmpty()) {
            return new ScoreDoc[0];
        }
        alike.add(new PassingQuery(segments, query.filter()), Occur.FILTER);
        alike.setMinimumNumberShouldMatch(1);
        var collectors = new TopScoreDocCollectorManager(depth, depth);
        return searcher.search(alike.build(), collectors).scoreDocs;
    }

    private static List<Hit> hits(IndexSearcher searcher, ScoreDoc[] ranked, int limit)
            throws IOException {
        var hits = new ArrayList<Hit>();
        for (var each : ranked) {
            if (hits.size() == limit) {
                break;
            }
            hits.add(new Hit(idOf(searcher, each.doc), each.score));
        }
        return hits;
    }

    private static PrecedentId idOf(IndexSearcher searcher, int document) throws IOException {
        var leaves = searcher.getIndexReader().leaves();
        var leaf = leaves.get(ReaderUtil.subIndex(document, leaves));
        var ids = leaf.reader().getBinaryDocValues(Fields.ID);
        if (ids == null || !ids.advanceExact(document - leaf.docBase)) {
            throw new IllegalStateException("document " + document + " has no id");
        }
        return Fields.id(ids.binaryValue());
    }

    private long changeOfLastCommit() throws IOException {
        if (!DirectoryReader.indexExists(directory)) {
            return 0;
        }
        try (var reader = DirectoryReader.open(directory)) {
            var data = reader.getIndexCommit().getUserData();
            return data.entrySet().containsAll(stamp.entrySet())
                    ? Long.parseLong(data.getOrDefault("change", "0"))
                    : 0;
        }
    }

    private IndexWriterConfig settings(Tuning tuning) {
        return new IndexWriterConfig()
                .setCodec(new VectorCodec(tuning))
                .setIndexSort(Columns.ORDER)
                .setOpenMode(holdsUpTo == 0 ? OpenMode.CREATE : OpenMode.APPEND)
                .setRAMBufferSizeMB(tuning.bufferMegabytes())
                .setIndexDeletionPolicy(commits)
                .setMergePolicy(
                        new TieredMergePolicy().setMaxMergedSegmentMB(LARGEST_MERGED_MEGABYTES))
                .setMergedSegmentWarmer(segments::columns)
                .setCommitOnClose(false);
    }

    private static void delete(Path path) throws IOException {
        try (var files = Files.list(path)) {
            for (var file : files.toList()) {
                Files.delete(file);
            }
        }
    }

    /// Reads the view of the last save.
    private <T> T read(Reading<T> reading) {
        try {
            var searcher = searchers.acquire();
            try {
                return reading.of(searcher);
            } finally {
                searchers.release(searcher);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private interface Reading<T> {
        T of(IndexSearcher searcher) throws IOException;
    }

    private static void io(Action action) {
        try {
            action.run();
        } catch (IOException | AlreadyClosedException e) {
            throw new SearchUnavailable("the index cannot be written: " + e.getMessage(), e);
        }
    }

    /// Something with files.
    private interface Action {
        void run() throws IOException;
    }
}
