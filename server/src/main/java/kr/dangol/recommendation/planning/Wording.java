package kr.dangol.recommendation.planning;

import java.text.Normalizer;
import java.util.Locale;
import java.util.regex.Pattern;
import kr.dangol.recommendation.planning.Verdict.Reason;
import org.jspecify.annotations.Nullable;

/// Rules about the words of a plan.
final class Wording {

    private static final Pattern MARKUP =
            Pattern.compile(
                    "[<>`]|&(?:#\\w+|[a-zA-Z]+);|\\*\\*|__|\\]\\(|\\{|\\}|https?:|www\\.|javascript:",
                    Pattern.CASE_INSENSITIVE);

    /// Words that Korean advertising rules (표시·광고법) ask proof for, and promises nobody can keep.
    private static final Pattern EXAGGERATION =
            Pattern.compile(
                    "최고(?!\\s*(?:점|기록|기온))|최저가|유일(?:한|무이)|세계\\s*최초|국내\\s*최초|전국\\s*최초|업계\\s*최초"
                            + "|[0-9]*(?<![0-9])1\\s*위|넘버\\s*원|100\\s*(?:%|퍼센트|프로)|무조건|완벽(?:한|하게)|절대(?:로)?\\s"
                            + "|반드시\\s*(?:성공|당첨)|보장|대박|역대급|초특가|파격|기적|평생\\s*무료");

    private static final String GAIN = "(?:매출|수익|이익|이득|효과|성과|재방문율|전환율|방문율|방문객|객수|인지도|ROI|roi)";

    /// Figures about what will come of the event: only the forecast may name them.
    private static final Pattern OUTCOME_FIGURE =
            Pattern.compile(
                    GAIN
                            + "[^.!?]{0,14}\\d[\\d,.]*\\s*(?:%|퍼센트|프로|배|만|명|원)"
                            + "|\\d[\\d,.]*\\s*(?:%|퍼센트|프로|배)[^.!?]{0,10}"
                            + "(?:매출|수익|효과|성과|증가|상승|늘(?:어|고|려|립|릴|었)|오르|올라|성장)"
                            + "|(?:예상|목표|기대)\\s*(?:되는\\s*)?(?:참여|참가|방문|손님|고객|매출|수익|인원)"
                            + "|\\d[\\d,.]*\\s*명\\s*(?:이상\\s*)?(?:이|가)?\\s*"
                            + "(?:참여할|참여합|참여해요|참여했|올\\s|옵니다|와요|방문할|방문합|방문해요|방문했|늘|증가|유입)"
                            + "|\\bROI\\b|투자\\s*대비");

    /// A percentage is fine where it says what the customer saves.
    private static final Pattern PERCENT =
            Pattern.compile(
                    "\\d[\\d,.]*\\s*(?:%|퍼센트)(?!\\s*(?:를|을)?\\s*(?:할인|적립|추가|덤|세일|환급|깎|되돌|캐시백|쿠폰|더\\s))");

    private Wording() {}

    static @Nullable Reason fault(String text) {
        if (text.codePoints().anyMatch(Wording::isForbidden)) {
            return Reason.FORBIDDEN_CHARACTERS;
        }
        if (MARKUP.matcher(text).find()) {
            return Reason.MARKUP;
        }
        if (EXAGGERATION.matcher(text).find()) {
            return Reason.EXAGGERATION;
        }
        return OUTCOME_FIGURE.matcher(text).find() || PERCENT.matcher(text).find()
                ? Reason.OUTCOME_FIGURE
                : null;
    }

    /// Control, bidirectional and other invisible characters, and what is no character at all.
    private static boolean isForbidden(int codePoint) {
        return switch (Character.getType(codePoint)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.SURROGATE,
                    Character.PRIVATE_USE,
                    Character.UNASSIGNED,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR ->
                    true;
            default -> false;
        };
    }

    /// The share of Hangul among the letters; 1 when there are no letters.
    static double hangulShare(String text) {
        var letters = text.codePoints().filter(Character::isLetter).count();
        var hangul =
                text.codePoints()
                        .filter(Character::isLetter)
                        .filter(each ->
                                Character.UnicodeScript.of(each) == Character.UnicodeScript.HANGUL)
                        .count();
        return letters == 0 ? 1 : (double) hangul / letters;
    }

    /// What makes a title the same title: letters and digits, without case, spaces and marks.
    static String essence(String title) {
        var kept = new StringBuilder();
        Normalizer.normalize(title, Normalizer.Form.NFKC)
                .toLowerCase(Locale.ROOT)
                .codePoints()
                .filter(Character::isLetterOrDigit)
                .forEach(kept::appendCodePoint);
        return kept.toString();
    }
}
