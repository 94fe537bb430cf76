package kr.dangol.intake.reading;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.apache.lucene.analysis.ko.KoreanTokenizer;
import org.apache.lucene.analysis.ko.KoreanTokenizer.DecompoundMode;
import org.apache.lucene.analysis.ko.POS;
import org.apache.lucene.analysis.ko.tokenattributes.PartOfSpeechAttribute;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.apache.lucene.util.AttributeFactory;

/// What kinds of words a text is made of. Tokenizers are pooled: dear to make, not for two threads.
final class Morphemes {

    private final Queue<KoreanTokenizer> idle = new ConcurrentLinkedQueue<>();

    record Morpheme(String text, POS.Tag tag) {

        /// A common noun, a number or a unit: no name of anybody.
        boolean isCommon() {
            return switch (tag) {
                case NNG, NNB, NNBC, NR, SN, XSN, XPN, MM, SY, SC, SP, SF -> true;
                default -> false;
            };
        }
    }

    List<Morpheme> of(String text) {
        var tokenizer =
                Objects.requireNonNullElseGet(
                        idle.poll(),
                        () ->
                                new KoreanTokenizer(
                                        AttributeFactory.DEFAULT_ATTRIBUTE_FACTORY,
                                        null,
                                        DecompoundMode.NONE,
                                        false,
                                        false));
        try {
            var found = read(tokenizer, text);
            idle.offer(tokenizer);
            return found;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<Morpheme> read(KoreanTokenizer tokenizer, String text) throws IOException {
        var term = tokenizer.getAttribute(CharTermAttribute.class);
        var tag = tokenizer.getAttribute(PartOfSpeechAttribute.class);
        var found = new ArrayList<Morpheme>();
        tokenizer.setReader(new StringReader(text));
        tokenizer.reset();
        while (tokenizer.incrementToken()) {
            var kind = Objects.requireNonNullElse(tag.getLeftPOS(), POS.Tag.UNKNOWN);
            found.add(new Morpheme(term.toString(), kind));
        }
        tokenizer.end();
        tokenizer.close();
        return found;
    }
}
