package kr.dangol.casebook.lucene;

import java.nio.file.Path;
import java.util.List;
import kr.dangol.casebook.korean.KoreanEmbedder;
import kr.dangol.casebook.korean.KoreanWords;
import kr.dangol.casebook.sample.SampleBook;
import kr.dangol.casebook.search.IndexEntry;
import kr.dangol.casebook.search.PrecedentText;

/// Adds entries and saves after every twenty, saying so, until somebody kills it.
final class EndlessIndexing {

    private EndlessIndexing() {}

    public static void main(String[] arguments) {
        var words = new KoreanWords();
        var embedder = new KoreanEmbedder(words);
        var index =
                LucenePrecedentIndex.open(Path.of(arguments[0]), "book", embedder.model(), words);
        var put = 0L;
        for (var precedent : SampleBook.generate(20_000, 3)) {
            var text = PrecedentText.of(precedent);
            var vector = embedder.embed(List.of(text)).getFirst();
            index.put(List.of(new IndexEntry(precedent, text, vector)));
            put++;
            if (put % 20 == 0) {
                index.saved(put);
                System.out.println("saved " + put);
            }
        }
    }
}
