package kr.dangol.casebook.korean;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.lucene.analysis.LowerCaseFilter;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.Tokenizer;
import org.apache.lucene.analysis.ko.KoreanPartOfSpeechStopFilter;
import org.apache.lucene.analysis.ko.KoreanTokenizer;
import org.apache.lucene.analysis.ko.KoreanTokenizer.DecompoundMode;
import org.apache.lucene.analysis.ko.POS;
import org.apache.lucene.analysis.ko.dict.UserDictionary;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.apache.lucene.analysis.tokenattributes.OffsetAttribute;
import org.apache.lucene.util.AttributeFactory;
import org.jspecify.annotations.Nullable;

/// Takes Korean text apart into the words that carry meaning: particles and endings are dropped,
/// compounds are kept and their parts added. Analysers are pooled, because they are dear to make
/// and a virtual thread does not live long enough to own one.
public final class KoreanWords {

    private static final UserDictionary DICTIONARY = dictionary();
    private static final Map<String, String> GROUPS = groups();

    /// Particles, endings and the like, and also pronouns, bound nouns ("수", "것") and helping
    /// verbs.
    private static final Set<POS.Tag> WITHOUT_MEANING = withoutMeaning();

    /// What people say of any event.
    private static final Set<String> EMPTY =
            Set.of(
                    "오", "온", "올", "왔", "가", "갈", "하", "되", "있", "없", "주", "드리", "보", "받", "들", "나",
                    "쓰", "이", "같", "좋", "늘리", "손님", "고객", "이벤트", "행사");

    private final Queue<Analysis> idle = new ConcurrentLinkedQueue<>();

    /// The words in their order, in lower case.
    public List<String> of(String text) {
        return analysed(analysis -> analysis.words(text));
    }

    /// The words, and after each that has near synonyms the name of their group.
    public List<String> withGroups(String text) {
        var words = new ArrayList<String>();
        for (var word : of(text)) {
            words.add(word);
            var group = GROUPS.get(word);
            if (group != null) {
                words.add(group);
            }
        }
        return words;
    }

    /// The words and where they stand. Parts of a compound stand inside it.
    public List<Span> spans(String text) {
        return analysed(analysis -> analysis.spans(text));
    }

    /// A word, the name of its group of near synonyms if it has one, and where it stands.
    public record Span(String word, @Nullable String group, int from, int to) {}

    private static Set<POS.Tag> withoutMeaning() {
        var tags = EnumSet.copyOf(KoreanPartOfSpeechStopFilter.DEFAULT_STOP_TAGS);
        tags.addAll(List.of(POS.Tag.NP, POS.Tag.NNB, POS.Tag.NNBC, POS.Tag.VX));
        return tags;
    }

    private static UserDictionary dictionary() {
        var words = lines("dictionary.txt").collect(Collectors.joining("\n"));
        try {
            return Objects.requireNonNull(UserDictionary.open(new StringReader(words)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Map<String, String> groups() {
        var groups = new HashMap<String, String>();
        lines("synonyms.txt")
                .map(line -> line.split(" "))
                .forEach(members -> {
                    for (var member : members) {
                        groups.putIfAbsent(member, "~" + members[0]);
                    }
                });
        return Map.copyOf(groups);
    }

    static Stream<String> lines(String name) {
        var stream = KoreanWords.class.getResourceAsStream("/casebook/" + name);
        var reader =
                new InputStreamReader(Objects.requireNonNull(stream, name), StandardCharsets.UTF_8);
        try (var lines = new BufferedReader(reader)) {
            return lines
                    .lines()
                    .filter(line -> !line.startsWith("#") && !line.isBlank())
                    .toList()
                    .stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private <T> T analysed(Work<T> work) {
        var analysis = Objects.requireNonNullElseGet(idle.poll(), Analysis::new);
        try {
            var result = work.with(analysis);
            idle.offer(analysis);
            return result;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// Something that needs an analysis for itself.
    private interface Work<T> {
        T with(Analysis analysis) throws IOException;
    }

    /// One chain of analysis; not for two threads at once.
    private static final class Analysis {

        private final Tokenizer tokenizer =
                new KoreanTokenizer(
                        AttributeFactory.DEFAULT_ATTRIBUTE_FACTORY,
                        DICTIONARY,
                        DecompoundMode.MIXED,
                        false,
                        true);
        private final TokenStream stream =
                new LowerCaseFilter(new KoreanPartOfSpeechStopFilter(tokenizer, WITHOUT_MEANING));
        private final CharTermAttribute term = stream.getAttribute(CharTermAttribute.class);

        private final OffsetAttribute offset = stream.getAttribute(OffsetAttribute.class);

        List<String> words(String text) throws IOException {
            var words = new ArrayList<String>();
            forEach(text, words::add);
            return words;
        }

        List<Span> spans(String text) throws IOException {
            var spans = new ArrayList<Span>();
            forEach(
                    text,
                    word ->
                            spans.add(
                                    new Span(
                                            word,
                                            GROUPS.get(word),
                                            offset.startOffset(),
                                            offset.endOffset())));
            return spans;
        }

        private void forEach(String text, Consumer<String> reader) throws IOException {
            tokenizer.setReader(new StringReader(text));
            stream.reset();
            while (stream.incrementToken()) {
                var word = term.toString();
                if (!EMPTY.contains(word)) {
                    reader.accept(word);
                }
            }
            stream.end();
            stream.close();
        }
    }
}
