package kr.dangol.intake.reading;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;

/// Words that may stand in a case. Everything else in a text could tell who wrote it and stays out.
final class Lexicon {

    private static final Pattern NUMBER =
            Pattern.compile("\\d[\\d,.]*(?:%|주년|년|돌|월|일|명|팀|분|원|천원|만원|천|만|개|번째|회|차|시간|호점)?");

    private final Set<String> words = new HashSet<>();

    private Lexicon(String... files) {
        for (var file : files) {
            load(file);
        }
    }

    static Lexicon ofNames() {
        return new Lexicon("name-words.txt", "prizes.txt");
    }

    static Lexicon ofPrizes() {
        return new Lexicon("prizes.txt");
    }

    boolean has(String word) {
        return words.contains(word);
    }

    /// Whether the text ends with one of the words, two letters or more of it.
    boolean endsOne(String text) {
        for (var from = 0; from <= text.length() - 2; from++) {
            if (words.contains(text.substring(from))) {
                return true;
            }
        }
        return words.contains(text);
    }

    /// Whether all of the text, without spaces, is made of these words and of numbers.
    boolean makesUp(String text) {
        var reachable = new boolean[text.length() + 1];
        reachable[0] = true;
        for (var from = 0; from < text.length(); from++) {
            if (!reachable[from]) {
                continue;
            }
            for (var to = from + 1; to <= text.length(); to++) {
                if (words.contains(text.substring(from, to))) {
                    reachable[to] = true;
                }
            }
            var number = NUMBER.matcher(text).region(from, text.length());
            if (number.lookingAt()) {
                reachable[number.end()] = true;
            }
        }
        return !text.isEmpty() && reachable[text.length()];
    }

    private void load(String file) {
        var stream = Objects.requireNonNull(Lexicon.class.getResourceAsStream(file), file);
        try (var lines =
                new BufferedReader(new InputStreamReader(stream, StandardCharsets.UTF_8))) {
            lines.lines()
                    .filter(line -> !line.startsWith("#"))
                    .flatMap(line -> Arrays.stream(line.split(" ")))
                    .filter(word -> !word.isEmpty())
                    .forEach(words::add);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
