package kr.dangol.recommendation.builtin;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// Checks particles by a rule of its own, so that it can find mistakes of the code under test:
/// after each of the given words, wherever it stands in a text, the particle must fit how the word
/// sounds.
final class Particles {

    private static final Map<String, Boolean> AFTER_CONSONANT =
            Map.ofEntries(
                    Map.entry("을", true), Map.entry("를", false),
                    Map.entry("이", true), Map.entry("가", false),
                    Map.entry("은", true), Map.entry("는", false),
                    Map.entry("과", true), Map.entry("와", false),
                    Map.entry("이랑", true), Map.entry("랑", false),
                    Map.entry("이에요", true), Map.entry("예요", false),
                    Map.entry("이나", true), Map.entry("나", false));

    private static final String LETTERS_WITH_FINAL = "LMNR";
    private static final String DIGITS_WITH_FINAL = "013678";

    private Particles() {}

    /// What is wrong in the text, e.g. "떡볶이을".
    static List<String> mistakes(String text, Collection<String> words) {
        return words.stream().flatMap(word -> mistakes(text, word)).toList();
    }

    private static Stream<String> mistakes(String text, String word) {
        return Pattern.compile(
                        Pattern.quote(word)
                                + "(을|를|이|가|은|는|과|와|이랑|랑|이에요|예요|이나|나|으로|로)(?=[\\s.,!?]|$)")
                .matcher(text)
                .results()
                .filter(found -> !fits(word, found.group(1)))
                .map(found -> found.group());
    }

    static boolean fits(String word, String particle) {
        var last = word.replaceAll("\\([^)]*\\)$", "").strip();
        var c = last.charAt(last.length() - 1);
        if (particle.equals("으로") || particle.equals("로")) {
            return particle.equals("로") == (!hasFinal(c) || isRieul(c));
        }
        return Boolean.valueOf(hasFinal(c)).equals(AFTER_CONSONANT.get(particle));
    }

    private static boolean hasFinal(char c) {
        if (c >= '가' && c <= '힣') {
            return (c - '가') % 28 != 0;
        }
        return DIGITS_WITH_FINAL.indexOf(c) >= 0 || LETTERS_WITH_FINAL.indexOf(c) >= 0;
    }

    private static boolean isRieul(char c) {
        return c >= '가' && c <= '힣' ? (c - '가') % 28 == 8 : "178LR".indexOf(c) >= 0;
    }
}
