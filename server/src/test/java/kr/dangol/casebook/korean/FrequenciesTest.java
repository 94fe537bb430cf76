package kr.dangol.casebook.korean;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.Normalizer;
import java.util.HashSet;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import kr.dangol.casebook.sample.SampleBook;
import kr.dangol.casebook.search.PrecedentText;
import kr.dangol.shared.KoreanText;
import org.junit.jupiter.api.Test;

/// The counts are frozen with the model's name: counting anew gives other vectors, and so needs
/// another name. `-Dcasebook.recount=true` counts anew.
class FrequenciesTest {

    private static final Path FILE = Path.of("src/main/resources/casebook/frequencies.tsv");
    private static final int BOOK_SIZE = 2_000;
    private static final int LEAST = 16;

    @Test
    void countsWhatNearlyEveryEventSays() throws IOException {
        if (Boolean.getBoolean("casebook.recount")) {
            recount();
        }
        var shares =
                Files.readAllLines(FILE).stream()
                        .map(line -> line.split("\t"))
                        .collect(
                                Collectors.toMap(
                                        row -> row[0] + row[1], row -> Double.parseDouble(row[2])));
        assertThat(shares).hasSizeGreaterThan(500).containsKey("p드려");
        assertThat(shares.values()).allMatch(share -> share > 0 && share <= 1);
        assertThat(shares.getOrDefault("p드려", 0.0)).isGreaterThan(0.8);
    }

    private static void recount() throws IOException {
        var words = new KoreanWords();
        var counts = new TreeMap<String, Integer>();
        for (var precedent : SampleBook.generate(BOOK_SIZE, 1)) {
            var text = PrecedentText.of(precedent);
            featuresOf(text.words() + " " + text.details(), words)
                    .forEach(feature -> counts.merge(feature, 1, Integer::sum));
        }
        var lines =
                counts.entrySet().stream()
                        .filter(each -> each.getValue() >= LEAST)
                        .map(each ->
                                "%s\t%.4f"
                                        .formatted(
                                                each.getKey(),
                                                each.getValue() / (double) BOOK_SIZE))
                        .toList();
        Files.write(FILE, lines);
    }

    private static Set<String> featuresOf(String text, KoreanWords words) {
        var features = new HashSet<String>();
        words.withGroups(text).forEach(word -> features.add(KoreanEmbedder.WORDS + "\t" + word));
        var key = KoreanText.key(text);
        var letters = Normalizer.normalize(key, Normalizer.Form.NFD);
        addRuns(features, KoreanEmbedder.PAIRS, key, 2);
        addRuns(features, KoreanEmbedder.RUNS, letters, KoreanEmbedder.RUN_OF_LETTERS);
        return features;
    }

    private static void addRuns(Set<String> features, String kind, String text, int length) {
        for (var i = 0; i + length <= text.length(); i++) {
            features.add(kind + "\t" + text.substring(i, i + length));
        }
    }
}
