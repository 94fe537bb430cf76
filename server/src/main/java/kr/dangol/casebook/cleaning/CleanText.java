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
