package kr.dangol.casebook.sample;

import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import kr.dangol.shared.Josa;

/// Fills the braces of a template. What follows the key inside the brace is a particle and is
/// fitted to the word: `{prize을}` becomes "쿠폰을" or "쿠키를".
final class SampleText {

    private static final Pattern BRACE = Pattern.compile("\\{([a-z]+)([가-힣]*)}");
    private static final String INITIALS = "ㄱㄲㄴㄷㄸㄹㅁㅂㅃㅅㅆㅇㅈㅉㅊㅋㅌㅍㅎ";

    private SampleText() {}

    static String fill(String template, Map<String, String> words) {
        return BRACE.matcher(template)
                .replaceAll(brace ->
                        Matcher.quoteReplacement(word(brace.group(1), brace.group(2), words)));
    }

    private static String word(String key, String particle, Map<String, String> words) {
        var word = words.get(key);
        if (word == null) {
            throw new IllegalStateException("no word for " + key);
        }
        return switch (particle) {
            case "을" -> Josa.EUL_REUL.after(word);
            case "이" -> Josa.I_GA.after(word);
            case "은" -> Josa.EUN_NEUN.after(word);
            case "과" -> Josa.GWA_WA.after(word);
            case "로" -> Josa.EURO_RO.after(word);
            default -> word + particle;
        };
    }

    /// The initial consonants of a word, as in a 초성 quiz.
    static String initials(String word) {
        var initials = new StringBuilder();
        word.chars()
                .mapToObj(c -> c >= '가' && c <= '힣' ? INITIALS.charAt((c - '가') / 588) : (char) c)
                .forEach(initials::append);
        return initials.toString();
    }
}
