package kr.dangol.casebook.retrieval;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import kr.dangol.casebook.PrecedentId;
import kr.dangol.casebook.korean.KoreanEmbedder;
import kr.dangol.casebook.korean.KoreanWords;
import kr.dangol.casebook.lucene.LucenePrecedentIndex;
import kr.dangol.casebook.lucene.Ranking;
import kr.dangol.casebook.sample.SampleBook;
import kr.dangol.casebook.sample.SampleBook.Told;
import kr.dangol.casebook.search.Hit;
import kr.dangol.casebook.search.IndexEntry;
import kr.dangol.casebook.search.IndexQuery;
import kr.dangol.casebook.search.PrecedentFilter;
import kr.dangol.casebook.search.PrecedentText;

/// A book whose ideas are known, indexed as the product does it, and asked the graded questions.
public final class Retrieval implements AutoCloseable {

    public static final int BOOK_SIZE = 2_000;
    public static final long SEED = 77;
    public static final int TOP = 5;

    private static final PrecedentFilter ANYTHING =
            new PrecedentFilter(Set.of(), null, null, null, null, null, null, null, null);

    private final KoreanWords words = new KoreanWords();
    private final KoreanEmbedder embedder = new KoreanEmbedder(words);
    private final Map<PrecedentId, Told> book;
    private final LucenePrecedentIndex index;

    public Retrieval(Path directory) {
        var told = SampleBook.told(BOOK_SIZE, SEED);
        this.book =
                told.stream()
                        .collect(
                                Collectors.toMap(
                                        each -> each.precedent().id(), Function.identity()));
        this.index = LucenePrecedentIndex.open(directory, "graded", embedder.model(), words);
        var texts = told.stream().map(each -> PrecedentText.of(each.precedent())).toList();
        var vectors = embedder.embed(texts);
        index.put(
                IntStream.range(0, texts.size())
                        .mapToObj(i ->
                                new IndexEntry(
                                        told.get(i).precedent(), texts.get(i), vectors.get(i)))
                        .toList());
        index.saved(texts.size());
    }

    /// The first titles found, for reading.
    public List<Told> found(String query, Ranking ranking, int limit) {
        var text = PrecedentText.ofWords(query);
        var vector = embedder.embed(List.of(text)).getFirst();
        return index.search(new IndexQuery(text, vector, ANYTHING, limit), ranking).stream()
                .map(Hit::id)
                .map(book::get)
                .toList();
    }

    /// Mean nDCG@5, with gains of 2^grade − 1 and the best order of the whole book as the ideal.
    public double ndcg(Collection<GradedQuery> queries, Ranking ranking) {
        return queries.stream().mapToDouble(each -> ndcg(each, ranking)).average().orElseThrow();
    }

    public double ndcg(GradedQuery query, Ranking ranking) {
        var found = found(query.text(), ranking, TOP).stream().map(query::grade).toList();
        var ideal =
                book.values().stream()
                        .map(query::grade)
                        .sorted(Comparator.reverseOrder())
                        .limit(TOP)
                        .toList();
        return gain(found) / gain(ideal);
    }

    private static double gain(List<Integer> grades) {
        var gain = 0.0;
        for (var rank = 0; rank < grades.size(); rank++) {
            gain += (Math.pow(2, grades.get(rank)) - 1) / (Math.log(rank + 2) / Math.log(2));
        }
        return gain;
    }

    /// What came up for a question, with grades: for a person who wants to see why.
    public String told(GradedQuery query, Ranking ranking) {
        var lines = new ArrayList<String>();
        for (var each : found(query.text(), ranking, TOP)) {
            var precedent = each.precedent();
            lines.add(
                    "    %d %s | %s | %s | %s"
                            .formatted(
                                    query.grade(each),
                                    each.idea(),
                                    precedent.businessType().name(),
                                    precedent.title(),
                                    precedent.prize()));
        }
        return "%.2f %s (%s)%n%s"
                .formatted(
                        ndcg(query, ranking), query.text(), query.idea(), String.join("\n", lines));
    }

    @Override
    public void close() {
        index.close();
    }
}
