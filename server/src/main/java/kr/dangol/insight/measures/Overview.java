package kr.dangol.insight.measures;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.TreeSet;
import kr.dangol.insight.sums.AnswerSum;
import kr.dangol.insight.sums.CallSum;
import kr.dangol.insight.sums.Cube;
import kr.dangol.insight.sums.OutcomeSum;
import kr.dangol.insight.sums.Span;
import org.springframework.stereotype.Component;

/// Reads every measure: as a whole, by day, against the days before, and by what it can be told
/// apart.
@Component
public class Overview {

    private final Cube<AnswerSum> answers;
    private final Cube<OutcomeSum> outcomes;
    private final Cube<CallSum> calls;

    Overview(Cube<AnswerSum> answers, Cube<OutcomeSum> outcomes, Cube<CallSum> calls) {
        this.answers = answers;
        this.outcomes = outcomes;
        this.calls = calls;
    }

    /// One measure over a span: its value, that of as many days before, and that of each day.
    public record Reading(
            Measure measure,
            OptionalDouble value,
            OptionalDouble before,
            long samples,
            List<OptionalDouble> days) {}

    /// The measures of one value of a dimension.
    public record Part(String key, List<Reading> readings) {}

    public List<Reading> read(Span span, Slice slice) {
        var wanted = slice.wanted();
        var answersByDay = answers.byDay(span, wanted);
        var outcomesByDay = outcomes.byDay(span, wanted);
        var callsByDay = calls.byDay(span, Map.of());
        var days =
                span.days().stream()
                        .map(day ->
                                new Sums(
                                        answersByDay.getOrDefault(day, Sums.NO_ANSWERS),
                                        outcomesByDay.getOrDefault(day, Sums.NO_OUTCOMES),
                                        callsByDay.getOrDefault(day, Sums.NO_CALLS)))
                        .toList();
        var whole = Sums.total(days);
        var before = total(span.previous(), slice);
        return Measure.all().stream()
                .map(measure ->
                        new Reading(
                                measure,
                                measure.value(whole),
                                measure.value(before),
                                measure.samples(whole),
                                days.stream().map(measure::value).toList()))
                .toList();
    }

    /// Every measure over a whole span.
    public List<Reading> whole(Span span, Slice slice) {
        return readings(Measure.all(), total(span, slice));
    }

    /// Every measure for each value of a dimension, those with most behind them first.
    public List<Part> apart(Dimension dimension, Span span, Slice slice) {
        var column = dimension.column();
        var answersBy = answers.by(column, span, slice.wanted());
        var outcomesBy = outcomes.by(column, span, slice.wanted());
        var keys = new TreeSet<>(answersBy.keySet());
        keys.addAll(outcomesBy.keySet());
        return keys.stream()
                .map(key ->
                        part(
                                key,
                                new Sums(
                                        answersBy.getOrDefault(key, Sums.NO_ANSWERS),
                                        outcomesBy.getOrDefault(key, Sums.NO_OUTCOMES),
                                        Sums.NO_CALLS)))
                .sorted(Comparator.comparing(part -> -part.readings().getFirst().samples()))
                .toList();
    }

    private static Part part(String key, Sums sums) {
        return new Part(
                key, readings(Measure.all().stream().filter(Measure::isSliced).toList(), sums));
    }

    private static List<Reading> readings(List<Measure> measures, Sums sums) {
        return measures.stream()
                .map(measure ->
                        new Reading(
                                measure,
                                measure.value(sums),
                                OptionalDouble.empty(),
                                measure.samples(sums),
                                List.of()))
                .toList();
    }

    private Sums total(Span span, Slice slice) {
        return new Sums(
                answers.total(span, slice.wanted()),
                outcomes.total(span, slice.wanted()),
                calls.total(span, Map.of()));
    }
}
