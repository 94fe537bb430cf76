package kr.dangol.forecast.model;

import java.util.Arrays;

/// What a text is made of: itself, its words, and its pairs of neighbouring characters. A text
/// never seen falls back on words and pairs that were; pairs run across spaces, because Korean
/// writes compounds both ways.
record Wording(long whole, long[] words, long[] pairs) {

    private static final int MOST_WORDS = 12;
    private static final int MOST_PAIRS = 40;

    static Wording of(String text) {
        var joined = new StringBuilder(text.length());
        var words = new long[MOST_WORDS];
        var count = 0;
        var start = 0;
        for (var i = 0; i <= text.length(); i++) {
            var inside = i < text.length() && Character.isLetterOrDigit(text.charAt(i));
            if (inside) {
                joined.append(Character.toLowerCase(text.charAt(i)));
            } else {
                if (joined.length() > start && count < MOST_WORDS) {
                    words[count++] = Hash.of(joined, start, joined.length());
                }
                start = joined.length();
            }
        }
        return new Wording(Hash.of(joined), distinct(words, count), pairs(joined));
    }

    private static long[] pairs(CharSequence text) {
        var count = Math.min(MOST_PAIRS, Math.max(0, text.length() - 1));
        var pairs = new long[count];
        for (var i = 0; i < count; i++) {
            pairs[i] = Hash.mix(((long) text.charAt(i) << 16) | text.charAt(i + 1));
        }
        return distinct(pairs, count);
    }

    private static long[] distinct(long[] values, int count) {
        return Arrays.stream(values, 0, count).distinct().toArray();
    }
}
