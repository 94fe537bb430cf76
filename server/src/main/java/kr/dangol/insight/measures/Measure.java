package kr.dangol.insight.measures;

import java.util.List;
import java.util.OptionalDouble;
import java.util.function.Function;
import java.util.function.ToLongFunction;
import java.util.stream.Stream;
import kr.dangol.insight.sums.AnswerSum;
import kr.dangol.insight.sums.CallSum;
import kr.dangol.insight.sums.OutcomeSum;
import kr.dangol.insight.sums.Tally;
import org.jspecify.annotations.Nullable;

/// One measure that operators see: how it is told from the sums, on how much it rests, and the
/// target, where there is one. Targets are the product owner's, but for the intervals, which are 80
/// % by what they say of themselves.
public enum Measure {
    RECOMMENDATIONS(
            "recommendations",
            Group.USE,
            Unit.COUNT,
            null,
            Measure::answers,
            count(Measure::answers)),
    RESPONSE_MEAN(
            "responseMean",
            Group.SPEED,
            Unit.SECONDS,
            null,
            Measure::answers,
            answers(sums -> seconds(mean(sums, AnswerSum.MILLIS_SUM, AnswerSum.ANSWERS)))),
    RESPONSE_MEDIAN(
            "responseMedian",
            Group.SPEED,
            Unit.SECONDS,
            null,
            Measure::answers,
            answers(sums -> seconds(sums.percentile(0.5)))),
    RESPONSE_P95(
            "responseP95",
            Group.SPEED,
            Unit.SECONDS,
            Target.atMost(10),
            Measure::answers,
            answers(sums -> seconds(sums.percentile(0.95)))),
    RESPONSE_P99(
            "responseP99",
            Group.SPEED,
            Unit.SECONDS,
            Target.atMost(10),
            Measure::answers,
            answers(sums -> seconds(sums.percentile(0.99)))),
    SLOW_ANSWERS(
            "slowAnswers",
            Group.SPEED,
            Unit.COUNT,
            Target.atMost(0),
            Measure::answers,
            count(sums -> sums.answers().get(AnswerSum.SLOW))),
    CACHE_HIT_RATE(
            "cacheHitRate",
            Group.SPEED,
            Unit.SHARE,
            Target.atLeast(0.5),
            Measure::answers,
            answers(sums -> sums.share(AnswerSum.HITS, AnswerSum.ANSWERS))),
    ANSWER_SUCCESS(
            "answerSuccess",
            Group.RELIABILITY,
            Unit.SHARE,
            Target.atLeast(0.99),
            sums -> answers(sums) + sums.answers().get(AnswerSum.FAILED),
            answers(Measure::success)),
    OUTSIDE_CALL_SUCCESS(
            "outsideCallSuccess",
            Group.RELIABILITY,
            Unit.SHARE,
            Target.atLeast(0.99),
            sums -> sums.calls().get(CallSum.CALLS),
            sums -> sums.calls().share(CallSum.SUCCEEDED, CallSum.CALLS)),
    DEGRADED_SHARE(
            "degradedShare",
            Group.RELIABILITY,
            Unit.SHARE,
            null,
            Measure::answers,
            answers(sums -> sums.share(AnswerSum.DEGRADED, AnswerSum.ANSWERS))),
    RATE_LIMITED_SHARE(
            "rateLimitedShare",
            Group.RELIABILITY,
            Unit.SHARE,
            null,
            Measure::answers,
            answers(sums -> sums.share(AnswerSum.RATE_LIMITED, AnswerSum.ANSWERS))),
    CHOICE_RATE(
            "choiceRate",
            Group.QUALITY,
            Unit.SHARE,
            Target.atLeast(0.7),
            Measure::answers,
            answers(sums -> sums.share(AnswerSum.CHOSEN, AnswerSum.ANSWERS))),
    REGENERATE_RATE(
            "regenerateRate",
            Group.QUALITY,
            Unit.SHARE,
            Target.atMost(0.3),
            Measure::answers,
            answers(sums -> sums.share(AnswerSum.REGENERATED, AnswerSum.ANSWERS))),
    EDIT_RATE(
            "editRate",
            Group.QUALITY,
            Unit.SHARE,
            null,
            sums -> sums.answers().get(AnswerSum.CHOSEN),
            answers(sums -> sums.share(AnswerSum.EDITED, AnswerSum.CHOSEN))),
    ABANDON_RATE(
            "abandonRate",
            Group.QUALITY,
            Unit.SHARE,
            null,
            Measure::answers,
            answers(sums -> sums.share(AnswerSum.ABANDONED, AnswerSum.ANSWERS))),
    ROI_ERROR_MEDIAN(
            "roiErrorMedian",
            Group.ACCURACY,
            Unit.SHARE,
            Target.atMost(0.2),
            Measure::comparable,
            outcomes(sums -> permille(sums.percentile(0.5)))),
    ROI_CLOSE(
            "roiClose",
            Group.ACCURACY,
            Unit.SHARE,
            null,
            Measure::comparable,
            sums -> ratio(sums.outcomes().get(OutcomeSum.ROI_CLOSE), comparable(sums))),
    ROI_WITHIN(
            "roiWithin",
            Group.ACCURACY,
            Unit.SHARE,
            Target.atLeast(0.8),
            Measure::outcomes,
            outcomes(sums -> sums.share(OutcomeSum.ROI_WITHIN, OutcomeSum.OUTCOMES))),
    PARTICIPANTS_WITHIN(
            "participantsWithin",
            Group.ACCURACY,
            Unit.SHARE,
            Target.atLeast(0.8),
            Measure::outcomes,
            outcomes(sums -> sums.share(OutcomeSum.PARTICIPANTS_WITHIN, OutcomeSum.OUTCOMES))),
    OUTCOMES(
            "outcomes",
            Group.ACCURACY,
            Unit.COUNT,
            null,
            Measure::outcomes,
            count(Measure::outcomes)),
    ZERO_ROI(
            "zeroRoi",
            Group.ACCURACY,
            Unit.COUNT,
            null,
            Measure::outcomes,
            count(sums -> sums.outcomes().get(OutcomeSum.ZERO_ROI))),
    COST_PER_RECOMMENDATION(
            "costPerRecommendation",
            Group.COST,
            Unit.KRW,
            null,
            Measure::answers,
            answers(sums -> mean(sums, AnswerSum.COST_KRW, AnswerSum.ANSWERS))),
    OUTSIDE_COST(
            "outsideCost",
            Group.COST,
            Unit.KRW,
            null,
            sums -> sums.calls().get(CallSum.CALLS),
            count(sums -> sums.calls().get(CallSum.COST_KRW))),
    SAVED_BY_CACHE(
            "savedByCache",
            Group.COST,
            Unit.KRW,
            null,
            Measure::answers,
            count(sums -> sums.answers().get(AnswerSum.SAVED_KRW)));

    private final String key;
    private final Group group;
    private final Unit unit;
    private final @Nullable Target target;
    private final transient ToLongFunction<Sums> samples;
    private final transient Function<Sums, OptionalDouble> value;

    Measure(
            String key,
            Group group,
            Unit unit,
            @Nullable Target target,
            ToLongFunction<Sums> samples,
            Function<Sums, OptionalDouble> value) {
        this.key = key;
        this.group = group;
        this.unit = unit;
        this.target = target;
        this.samples = samples;
        this.value = value;
    }

    /// What measures are about.
    public enum Group {
        USE,
        SPEED,
        RELIABILITY,
        QUALITY,
        ACCURACY,
        COST
    }

    /// How a value is read.
    public enum Unit {
        COUNT,
        SECONDS,
        SHARE,
        KRW
    }

    /// A bound that a value keeps or not.
    public record Target(double bound, boolean isUpper) {

        static Target atMost(double bound) {
            return new Target(bound, true);
        }

        static Target atLeast(double bound) {
            return new Target(bound, false);
        }

        public boolean isMetBy(double value) {
            return isUpper ? value <= bound : value >= bound;
        }
    }

    public String key() {
        return key;
    }

    public Group group() {
        return group;
    }

    public Unit unit() {
        return unit;
    }

    public @Nullable Target target() {
        return target;
    }

    /// Whether it makes sense for a part of the recommendations; calls of outside services serve
    /// all of them.
    public boolean isSliced() {
        return this != OUTSIDE_CALL_SUCCESS && this != OUTSIDE_COST;
    }

    OptionalDouble value(Sums sums) {
        return value.apply(sums);
    }

    /// How many the value rests on.
    long samples(Sums sums) {
        return samples.applyAsLong(sums);
    }

    public static List<Measure> all() {
        return Stream.of(values()).toList();
    }

    private static long answers(Sums sums) {
        return sums.answers().get(AnswerSum.ANSWERS);
    }

    private static long outcomes(Sums sums) {
        return sums.outcomes().get(OutcomeSum.OUTCOMES);
    }

    /// Outcomes that have a relative error.
    private static long comparable(Sums sums) {
        return outcomes(sums) - sums.outcomes().get(OutcomeSum.ZERO_ROI);
    }

    private static OptionalDouble success(Tally<AnswerSum> sums) {
        var answered = sums.get(AnswerSum.ANSWERS);
        return ratio(answered, answered + sums.get(AnswerSum.FAILED));
    }

    private static Function<Sums, OptionalDouble> answers(
            Function<Tally<AnswerSum>, OptionalDouble> of) {
        return sums -> of.apply(sums.answers());
    }

    private static Function<Sums, OptionalDouble> outcomes(
            Function<Tally<OutcomeSum>, OptionalDouble> of) {
        return sums -> of.apply(sums.outcomes());
    }

    private static Function<Sums, OptionalDouble> count(ToLongFunction<Sums> of) {
        return sums -> OptionalDouble.of(of.applyAsLong(sums));
    }

    private static OptionalDouble mean(Tally<AnswerSum> sums, AnswerSum part, AnswerSum of) {
        return ratio(sums.get(part), sums.get(of));
    }

    private static OptionalDouble ratio(long part, long whole) {
        return whole == 0 ? OptionalDouble.empty() : OptionalDouble.of((double) part / whole);
    }

    private static OptionalDouble seconds(OptionalDouble millis) {
        return permille(millis);
    }

    private static OptionalDouble permille(OptionalDouble thousandths) {
        return thousandths.isEmpty()
                ? thousandths
                : OptionalDouble.of(thousandths.getAsDouble() / 1000);
    }
}
