package kr.dangol.casebook.retrieval;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Map;
import java.util.SplittableRandom;

/// What happens to a question between the head and the keyboard. Each rule is fixed: the same
/// question is always damaged in the same way.
public enum Damage {
    NONE {
        @Override
        String of(String text) {
            return text;
        }
    },

    /// One letter of one word of at least two syllables is another one: a vowel that sounds or lies
    /// next to it, or a plain consonant pressed hard.
    TYPO {
        @Override
        String of(String text) {
            var random = new SplittableRandom(text.hashCode());
            var syllables = new ArrayList<Integer>();
            for (var i = 0; i < text.length(); i++) {
                if (isSyllable(text, i) && (isSyllable(text, i - 1) || isSyllable(text, i + 1))) {
                    syllables.add(i);
                }
            }
            while (!syllables.isEmpty()) {
                var at = syllables.remove(random.nextInt(syllables.size()));
                var letters = Normalizer.normalize(text.substring(at, at + 1), Normalizer.Form.NFD);
                var broken = broken(letters, random.nextInt(letters.length()));
                if (!broken.equals(letters)) {
                    var syllable = Normalizer.normalize(broken, Normalizer.Form.NFC);
                    return text.substring(0, at) + syllable + text.substring(at + 1);
                }
            }
            return text;
        }
    },

    /// All spaces are missing.
    NO_SPACES {
        @Override
        String of(String text) {
            return text.replace(" ", "");
        }
    };

    private static final Map<Character, Character> SLIPS =
            Map.ofEntries(
                    Map.entry('ᅢ', 'ᅦ'),
                    Map.entry('ᅦ', 'ᅢ'),
                    Map.entry('ᅡ', 'ᅥ'),
                    Map.entry('ᅥ', 'ᅡ'),
                    Map.entry('ᅩ', 'ᅮ'),
                    Map.entry('ᅮ', 'ᅩ'),
                    Map.entry('ᅵ', 'ᅳ'),
                    Map.entry('ᅳ', 'ᅵ'),
                    Map.entry('ᅧ', 'ᅣ'),
                    Map.entry('ᅭ', 'ᅲ'),
                    Map.entry('ᄀ', 'ᄁ'),
                    Map.entry('ᄃ', 'ᄄ'),
                    Map.entry('ᄇ', 'ᄈ'),
                    Map.entry('ᄉ', 'ᄊ'),
                    Map.entry('ᄌ', 'ᄍ'),
                    Map.entry('ᆫ', 'ᆼ'),
                    Map.entry('ᆼ', 'ᆫ'),
                    Map.entry('ᆷ', 'ᆫ'));

    abstract String of(String text);

    private static boolean isSyllable(String text, int at) {
        return at >= 0 && at < text.length() && text.charAt(at) >= '가' && text.charAt(at) <= '힣';
    }

    private static String broken(String letters, int at) {
        var letter = letters.charAt(at);
        return letters.substring(0, at)
                + SLIPS.getOrDefault(letter, letter)
                + letters.substring(at + 1);
    }
}
