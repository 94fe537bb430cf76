package kr.dangol.casebook.lucene;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import kr.dangol.casebook.Origin;
import kr.dangol.casebook.Precedent;
import kr.dangol.casebook.PrecedentId;
import kr.dangol.casebook.korean.KoreanEmbedder;
import kr.dangol.casebook.korean.KoreanWords;
import kr.dangol.casebook.sample.SampleBook;
import kr.dangol.casebook.search.Hit;
import kr.dangol.casebook.search.IndexEntry;
import kr.dangol.casebook.search.IndexQuery;
import kr.dangol.casebook.search.PrecedentFilter;
import kr.dangol.casebook.search.PrecedentText;
import kr.dangol.casebook.search.Vector;
import kr.dangol.shared.Grade;
import kr.dangol.shared.Won;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Filtered searches against plain loops over the whole book, with graphs walked even where a scan
/// would be faster, several segments and deleted documents among them.
class FilteredSearchTest {

    private static final KoreanWords WORDS = new KoreanWords();
    private static final KoreanEmbedder EMBEDDER = new KoreanEmbedder(WORDS);

    /// Walks wherever there is a graph, and has one wherever it can.
    private static final Tuning WALKING = new Tuning(0, 100, 16, 100, 16);

    @TempDir Path directory;

    @Test
    void findsAsManyAsExistAndTheNearestOfThem() {
        var seed = new Random().nextLong();
        var random = new Random(seed);
        try (var index = LucenePrecedentIndex.open(directory, "b", "m", WORDS, WALKING)) {
            var book = fill(index, SampleBook.generate(6_000, seed), random);
            var nearest = 0;
            var exact = 0;
            for (var i = 0; i < 300; i++) {
                var filter = filter(random, book);
                var target = book.get(random.nextInt(book.size()));
                var limit = 1 + random.nextInt(40);
                var found = index.search(query(target, filter, limit));
                var among = book.stream().filter(each -> passes(each.precedent(), filter)).toList();
                assertThat(found)
                        .as("seed %d query %d", seed, i)
                        .hasSize(Math.min(limit, among.size()));
                assertThat(ids(found)).as("seed %d query %d", seed, i).hasSize(found.size());
                assertThat(ids(among)).as("seed %d query %d", seed, i).containsAll(ids(found));
                var best = index.search(query(target, filter, 5), Ranking.VECTORS);
                exact += Math.min(5, among.size());
                nearest += nearEnough(best, target.vector(), among);
            }
            assertThat((double) nearest / exact).as("recall, seed %d", seed).isGreaterThan(0.98);
        }
    }

    /// OpenAI's largest embedding has three times the dimensions that Lucene takes by itself.
    @Test
    void takesVectorsOf3072Dimensions() {
        var random = new Random(1);
        try (var index = LucenePrecedentIndex.open(directory, "b", "m", WORDS)) {
            var entries =
                    SampleBook.generate(50, 1).stream()
                            .map(each -> new IndexEntry(each, PrecedentText.of(each), wide(random)))
                            .toList();
            index.put(entries);
            index.saved(1);
            var target = entries.get(17);
            var hits = index.search(query(target, anything(), 1), Ranking.VECTORS);
            assertThat(ids(hits)).containsExactly(target.precedent().id());
        }
    }

    private static Vector wide(Random random) {
        var direction = new float[3_072];
        for (var i = 0; i < direction.length; i++) {
            direction[i] = (float) random.nextGaussian();
        }
        return Vector.ofDirection(direction);
    }

    /// Several saves, so several segments; every seventh case is removed again.
    private static List<IndexEntry> fill(
            LucenePrecedentIndex index, List<Precedent> book, Random random) {
        var texts = book.stream().map(PrecedentText::of).toList();
        var vectors = EMBEDDER.embed(texts);
        var entries =
                IntStream.range(0, book.size())
                        .mapToObj(i -> new IndexEntry(book.get(i), texts.get(i), vectors.get(i)))
                        .collect(Collectors.toCollection(ArrayList::new));
        Collections.shuffle(entries, random);
        for (var from = 0; from < entries.size(); from += 1_500) {
            index.put(entries.subList(from, Math.min(from + 1_500, entries.size())));
            index.saved(from + 1);
        }
        var kept = new ArrayList<IndexEntry>();
        var gone = new ArrayList<PrecedentId>();
        for (var i = 0; i < entries.size(); i++) {
            if (i % 7 == 0) {
                gone.add(entries.get(i).precedent().id());
            } else {
                kept.add(entries.get(i));
            }
        }
        index.remove(gone);
        index.saved(entries.size());
        return kept;
    }

    private static IndexQuery query(IndexEntry like, PrecedentFilter filter, int limit) {
        return new IndexQuery(like.text(), like.vector(), filter, limit);
    }

    /// How many of the found are as near as the nearest that exist; equal ones may stand for each
    /// other.
    private static int nearEnough(List<Hit> found, Vector target, List<IndexEntry> among) {
        var cosines =
                among.stream()
                        .map(each -> target.cosine(each.vector()))
                        .sorted(Comparator.reverseOrder())
                        .limit(5)
                        .toList();
        if (cosines.isEmpty()) {
            return 0;
        }
        var least = (1 + cosines.getLast()) / 2 - 1e-5;
        return (int) found.stream().filter(each -> each.score() >= least).count();
    }

    private static PrecedentFilter anything() {
        return new PrecedentFilter(Set.of(), null, null, null, null, null, null, null, null);
    }

    /// Asks for each property by chance, of a case that exists or of one that may not.
    private static PrecedentFilter filter(Random random, List<IndexEntry> book) {
        var one = book.get(random.nextInt(book.size())).precedent();
        var other = book.get(random.nextInt(book.size())).precedent();
        var region = other.region();
        var from = Won.of(random.nextInt(3_000_000));
        return new PrecedentFilter(
                random.nextInt(4) == 0 ? Set.of(Origin.IMPORT, Origin.SAMPLE) : Set.of(),
                random.nextInt(4) > 0 ? one.industry() : null,
                random.nextInt(3) == 0 ? one.businessType().name() : null,
                random.nextInt(4) == 0 && region != null ? region.city() : null,
                random.nextInt(5) == 0 ? Grade.REPORTED : null,
                random.nextInt(5) == 0 ? true : null,
                random.nextInt(2) == 0 ? from : null,
                random.nextInt(3) == 0 ? Won.of(from.amount() * 2) : null,
                null);
    }

    private static boolean passes(Precedent precedent, PrecedentFilter filter) {
        var region = precedent.region();
        var cost = precedent.cost();
        var from = filter.costFrom();
        var to = filter.costTo();
        return (filter.origins().isEmpty() || filter.origins().contains(precedent.origin()))
                && isAsked(filter.industry(), precedent.industry())
                && isAsked(filter.businessType(), precedent.businessType().name())
                && isAsked(filter.city(), region == null ? null : region.city())
                && isAsked(filter.grade(), precedent.grade())
                && isAsked(filter.hasOutcome(), precedent.hasOutcome())
                && (from == null || cost != null && cost.compareTo(from) >= 0)
                && (to == null || cost != null && cost.compareTo(to) <= 0);
    }

    private static boolean isAsked(@Nullable Object wanted, @Nullable Object value) {
        return wanted == null || wanted.equals(value);
    }

    private static Set<PrecedentId> ids(List<?> of) {
        var ids = new HashSet<PrecedentId>();
        for (var each : of) {
            ids.add(each instanceof Hit hit ? hit.id() : ((IndexEntry) each).precedent().id());
        }
        return ids;
    }
}
