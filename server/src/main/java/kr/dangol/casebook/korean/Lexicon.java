package kr.dangol.casebook.korean;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import kr.dangol.shared.BusinessTypes;
import kr.dangol.shared.KoreanText;
import org.jspecify.annotations.Nullable;

/// The words of the trade, and which of them somebody meant who hit one letter wrong: the same
/// syllables but for one, and of that one a single letter (initial, vowel or final).
final class Lexicon {

    private static final int SHORTEST = 2;
    private static final int LONGEST = 7;

    private static final int FIRST_SYLLABLE = 0xAC00;
    private static final int VOWELS = 21;
    private static final int FINALS = 28;

    private final Set<String> words = new HashSet<>();
    private final Map<String, String> byPattern = new HashMap<>();

    Lexicon() {
        KoreanWords.lines("dictionary.txt").forEach(this::add);
        KoreanWords.lines("synonyms.txt")
                .flatMap(line -> List.of(line.split(" ")).stream())
                .forEach(this::add);
        BusinessTypes.words().forEach(this::add);
    }

    private void add(String word) {
        if (isHangul(word) && word.length() >= SHORTEST && word.length() <= LONGEST) {
            if (words.add(word)) {
                patterns(word).forEach(pattern -> byPattern.putIfAbsent(pattern, word));
            }
        }
    }

    /// The words as they stand in a text, longest first from left to right, and for what is between
    /// them the words that may have been meant.
    List<String> meant(String text) {
        var meant = new ArrayList<String>();
        for (var part : text.split("[^가-힣]+")) {
            readPart(KoreanText.key(part), meant);
        }
        return meant;
    }

    private void readPart(String part, List<String> meant) {
        var at = 0;
        while (at < part.length()) {
            var known = longestKnown(part, at);
            if (known != null) {
                at += known.length();
                continue;
            }
            var guess = longestGuess(part, at);
            if (guess != null) {
                meant.add(guess);
                at += guess.length();
            } else {
                at++;
            }
        }
    }

    private @Nullable String longestKnown(String part, int at) {
        for (var length = Math.min(LONGEST, part.length() - at); length >= SHORTEST; length--) {
            var word = part.substring(at, at + length);
            if (words.contains(word)) {
                return word;
            }
        }
        return null;
    }

    /// No guess may run over the beginning of a word that is there.
    private @Nullable String longestGuess(String part, int at) {
        for (var length = Math.min(LONGEST, part.length() - at); length >= SHORTEST; length--) {
            var word = part.substring(at, at + length);
            for (var pattern : patterns(word)) {
                var guess = byPattern.get(pattern);
                if (guess != null && isFree(part, at, length)) {
                    return guess;
                }
            }
        }
        return null;
    }

    private boolean isFree(String part, int at, int length) {
        for (var next = at + 1; next < at + length; next++) {
            var known = longestKnown(part, next);
            if (known != null && next + known.length() > at + length) {
                return false;
            }
        }
        return true;
    }

    /// The word with each letter of each syllable left open in turn.
    private static List<String> patterns(String word) {
        var patterns = new ArrayList<String>();
        for (var i = 0; i < word.length(); i++) {
            var syllable = word.charAt(i) - FIRST_SYLLABLE;
            var initial = syllable / (VOWELS * FINALS);
            var vowel = syllable / FINALS % VOWELS;
            var last = syllable % FINALS;
            var before = word.substring(0, i);
            var after = word.substring(i + 1);
            patterns.add(before + "(*" + vowel + "," + last + ")" + after);
            patterns.add(before + "(" + initial + "*" + last + ")" + after);
            patterns.add(before + "(" + initial + "," + vowel + "*)" + after);
        }
        return patterns;
    }

    private static boolean isHangul(String word) {
        return word.chars().allMatch(each -> each >= '가' && each <= '힣');
    }
}
