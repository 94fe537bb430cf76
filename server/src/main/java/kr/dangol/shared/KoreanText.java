package kr.dangol.shared;

import java.text.Normalizer;
import java.util.regex.Pattern;

/// Text that came from outside, made fit to compare, store and show.
public final class KoreanText {

    /// Tags, and what opens one that never ends.
    private static final Pattern MARKUP = Pattern.compile("</?[A-Za-z!][^<>]*>|<(?=/?[A-Za-z!])");

    /// The Hangul fillers count as letters to Unicode and as nothing to people.
    private static final Pattern INVISIBLE =
            Pattern.compile("[\\p{Cf}\\p{Co}\\p{Cn}\\u115F\\u1160\\u3164\\uFFA0&&[^\\u200D]]");

    private static final Pattern SPACE = Pattern.compile("[\\p{Z}\\p{Cc}]+");

    private KoreanText() {}

    /// Composed syllables (NFC), no markup, no control or bidirectional characters, single spaces,
    /// nothing at the ends.
    public static String clean(String text) {
        var composed = Normalizer.normalize(text, Normalizer.Form.NFC);
        var plain = MARKUP.matcher(composed).replaceAll(" ");
        var visible = INVISIBLE.matcher(plain).replaceAll("");
        return SPACE.matcher(visible).replaceAll(" ").strip();
    }

    /// Letters and digits only, in lower case: two spellings with one key mean the same.
    public static String key(String text) {
        var composed = Normalizer.normalize(text, Normalizer.Form.NFKC);
        var key = new StringBuilder(composed.length());
        composed.codePoints()
                .filter(Character::isLetterOrDigit)
                .map(Character::toLowerCase)
                .forEach(key::appendCodePoint);
        return key.toString();
    }
}
