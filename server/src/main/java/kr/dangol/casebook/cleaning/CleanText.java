package kr.dangol.casebook.cleaning;

import java.util.regex.Pattern;
import kr.dangol.shared.KoreanText;

/// Words as the book keeps them: composed, without decoration, one way to write a thing.
final class CleanText {

    /// Stars, hearts, boxes and pictures with which posts are decorated.
    private static final Pattern DECORATION =
            Pattern.compile("[\\p{So}\\p{Cs}\\uFE0F\\u200D\\u20E3★☆♥♡■□◆◇●○▶▷◀◁※♪♬]+");

    private static final Pattern REPEATED = Pattern.compile("([!?~.,ㅋㅎㅠㅜ^])\\1+");
    private static final Pattern SPACES = Pattern.compile("\\s+");
    private static final Pattern SPACE_BEFORE_UNIT =
            Pattern.compile("(\\d)\\s+(잔|개|명|장|병|회|원|만원|천원|인분|마리|시간|박|kg|g|ml|L)(?![가-힣])");
    private static final Pattern FULL_WIDTH = Pattern.compile("[\\uFF01-\\uFF5E]");

    private CleanText() {}

    static String of(String text) {
        return isClean(text) ? text : cleaned(text);
    }

    /// Most words are: Korean syllables and ASCII without markup, repetition, or spaces that might
    /// have to go. Seen in one pass instead of ten.
    private static boolean isClean(String text) {
        var before = ' ';
        for (var i = 0; i < text.length(); i++) {
            var c = text.charAt(i);
            var isLetter = c >= '가' && c <= '힣' || c > ' ' && c < 0x7f && c != '<' && c != '>';
            var isSpace = c == ' ' && before != ' ' && !Character.isDigit(before);
            if (!isLetter && !isSpace || c == before && "!?~.,^".indexOf(c) >= 0) {
                return false;
            }
            before = c;
        }
        return before != ' ';
    }

    private static String cleaned(String text) {
        var clean = KoreanText.clean(text);
        var narrow = FULL_WIDTH.matcher(clean).replaceAll(c -> narrow(c.group()));
        var plain = DECORATION.matcher(narrow).replaceAll(" ");
        var calm = REPEATED.matcher(plain).replaceAll("$1");
        var joined = SPACE_BEFORE_UNIT.matcher(calm).replaceAll("$1$2");
        return SPACES.matcher(joined).replaceAll(" ").strip();
    }

    private static String narrow(String wide) {
        var c = (char) (wide.charAt(0) - 0xFEE0);
        return c == '$' || c == '\\' ? "\\" + c : String.valueOf(c);
    }
}
