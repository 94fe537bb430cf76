package kr.dangol.market;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/// One sentence with what it rests on. Statements are put together from two of them.
record Sentence(String text, String source, LocalDate asOf) {

    private static final int SHORTEST = 80;
    private static final int LONGEST = 125;
    private static final int AIM = 100;

    /// The first pair, in an order that differs from shop to shop but not from day to day, whose
    /// length suits; else the pair or single sentence that comes nearest.
    static Optional<Statement> best(List<Sentence> first, List<Sentence> second, int turn) {
        var pairs = new ArrayList<Statement>();
        for (var a : turned(first, turn)) {
            for (var b : turned(second, turn / 3)) {
                pairs.add(a.with(b));
            }
        }
        if (pairs.isEmpty()) {
            first.forEach(each -> pairs.add(each.alone()));
            second.forEach(each -> pairs.add(each.alone()));
        }
        return pairs.stream()
                .filter(each -> suits(each.text()))
                .findFirst()
                .or(() -> pairs.stream().min(Comparator.comparingInt(Sentence::distance)));
    }

    private static boolean suits(String text) {
        return text.length() >= SHORTEST && text.length() <= LONGEST;
    }

    private static int distance(Statement statement) {
        return Math.abs(statement.text().length() - AIM);
    }

    private static List<Sentence> turned(List<Sentence> sentences, int turn) {
        if (sentences.isEmpty()) {
            return sentences;
        }
        var start = Math.floorMod(turn, sentences.size());
        var turned = new ArrayList<>(sentences.subList(start, sentences.size()));
        turned.addAll(sentences.subList(0, start));
        return turned;
    }

    private Statement alone() {
        return new Statement(text, source, asOf);
    }

    private Statement with(Sentence other) {
        var sources = source.equals(other.source) ? source : source + " · " + other.source;
        var oldest = asOf.isBefore(other.asOf) ? asOf : other.asOf;
        return new Statement(text + " " + other.text, sources, oldest);
    }
}
