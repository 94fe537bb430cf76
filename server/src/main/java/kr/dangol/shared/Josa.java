package kr.dangol.shared;

import java.util.Locale;
import java.util.regex.Pattern;

/// Korean particles that come in two forms, chosen by the sound a word ends with.
public enum Josa {
    EUL_REUL("을", "를"),
    I_GA("이", "가"),
    EUN_NEUN("은", "는"),
    GWA_WA("과", "와"),
    EURO_RO("으로", "로"),
    IRANG_RANG("이랑", "랑"),
    IEYO_YEYO("이에요", "예요");

    private static final char NONE = ' ';
    private static final char RIEUL = 'ㄹ';
    private static final char OTHER = 'ㄱ';

    /// How 0 to 9 end when read aloud: 영 일 이 삼 사 오 육 칠 팔 구. A number that ends in 0 reads 십, 백, 천,
    /// 만: a consonant too.
    private static final String DIGIT_ENDS = "ㅇㄹ ㅁ  ㄱㄹㄹ ";

    private static final Pattern ASIDE = Pattern.compile("(?<=\\S)\\s*\\([^()]*\\)\\W*$");
    private static final Pattern SILENT_E = Pattern.compile(".*[lmn]e");
    private static final Pattern STOPPED = Pattern.compile(".*[aeiou](?:[pkbct]|ck)");

    private final String afterConsonant;
    private final String afterVowel;

    Josa(String afterConsonant, String afterVowel) {
        this.afterConsonant = afterConsonant;
        this.afterVowel = afterVowel;
    }

    /// The word with the right form: `EUL_REUL.after("경품")` is "경품을". Brackets and quotes around
    /// the word do not count, nor does an aside in parentheses behind it.
    public String after(String word) {
        return word + of(word);
    }

    /// Only the particle.
    public String of(String word) {
        var end = finalSound(word);
        var likeVowel = end == NONE || (this == EURO_RO && end == RIEUL);
        return likeVowel ? afterVowel : afterConsonant;
    }

    private static char finalSound(String word) {
        var spoken = word.indexOf(')') < 0 ? word : ASIDE.matcher(word).replaceFirst("");
        for (int i = spoken.length() - 1; i >= 0; i--) {
            var c = spoken.charAt(i);
            if (Jamo.isSyllable(c)) {
                return Jamo.finalOf(c);
            }
            if (c >= '0' && c <= '9') {
                return DIGIT_ENDS.charAt(c - '0');
            }
            if (c == '%' || c == '+' || c == '℃') {
                return NONE;
            }
            if (Character.isLetter(c)) {
                return foreignSound(spoken.substring(0, i + 1));
            }
        }
        return NONE;
    }

    /// Latin words by their usual Korean spelling: abbreviations letter by letter (SNS 에스엔에스, PM
    /// 피엠), others by how such endings are transcribed (line 라인, event 이벤트, talk 톡).
    private static char foreignSound(String text) {
        var start = text.length();
        while (start > 0 && Character.isLetter(text.charAt(start - 1))) {
            start--;
        }
        var word = text.substring(start);
        if (isSpelledOut(word)) {
            return letterSound(word.charAt(word.length() - 1));
        }
        return wordSound(word.toLowerCase(Locale.ROOT));
    }

    private static boolean isSpelledOut(String word) {
        return word.length() == 1 || word.equals(word.toUpperCase(Locale.ROOT));
    }

    private static char letterSound(char letter) {
        return switch (Character.toUpperCase(letter)) {
            case 'L', 'R' -> RIEUL;
            case 'M', 'N' -> OTHER;
            default -> NONE;
        };
    }

    private static char wordSound(String word) {
        var heard = SILENT_E.matcher(word).matches() ? word.substring(0, word.length() - 1) : word;
        if (heard.endsWith("l")) {
            return RIEUL;
        }
        var nasal = heard.endsWith("m") || heard.endsWith("n") || heard.endsWith("ng");
        var stopped = STOPPED.matcher(heard).matches() || heard.endsWith("lk");
        return nasal || stopped ? OTHER : NONE;
    }
}
