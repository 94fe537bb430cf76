package kr.dangol.shared;

/// Korean syllables spelled out letter by letter, so that unfinished and misspelled words compare.
final class Jamo {

    private static final int FIRST = 0xAC00;
    private static final int LAST = 0xD7A3;
    private static final int VOWELS = 21;
    private static final int FINALS = 28;
    private static final String INITIAL = "ㄱㄲㄴㄷㄸㄹㅁㅂㅃㅅㅆㅇㅈㅉㅊㅋㅌㅍㅎ";
    private static final String VOWEL = "ㅏㅐㅑㅒㅓㅔㅕㅖㅗㅘㅙㅚㅛㅜㅝㅞㅟㅠㅡㅢㅣ";
    private static final String FINAL = " ㄱㄲㄳㄴㄵㄶㄷㄹㄺㄻㄼㄽㄾㄿㅀㅁㅂㅄㅅㅆㅇㅈㅊㅋㅌㅍㅎ";

    private Jamo() {}

    static boolean isSyllable(int c) {
        return c >= FIRST && c <= LAST;
    }

    /// The final consonant of a syllable, or a space where it has none.
    static char finalOf(char syllable) {
        return FINAL.charAt((syllable - FIRST) % FINALS);
    }

    static String spell(String text) {
        var spelled = new StringBuilder(text.length() * 3);
        for (char c : text.toCharArray()) {
            if (isSyllable(c)) {
                var index = c - FIRST;
                spelled.append(INITIAL.charAt(index / (VOWELS * FINALS)));
                spelled.append(VOWEL.charAt(index / FINALS % VOWELS));
                if (index % FINALS > 0) {
                    spelled.append(FINAL.charAt(index % FINALS));
                }
            } else {
                spelled.append(c);
            }
        }
        return spelled.toString();
    }

    /// Whether one letter inserted, left out or replaced makes one of the other.
    static boolean differsByOne(String a, String b) {
        if (a.length() > b.length()) {
            return differsByOne(b, a);
        }
        if (b.length() - a.length() > 1) {
            return false;
        }
        var same = 0;
        while (same < a.length() && a.charAt(same) == b.charAt(same)) {
            same++;
        }
        var rest = a.length() == b.length() ? same + 1 : same;
        return a.regionMatches(rest, b, same + 1, b.length() - same - 1);
    }
}
