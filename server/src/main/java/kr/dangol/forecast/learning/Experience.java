package kr.dangol.forecast.learning;

import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import kr.dangol.event.EventTraits;
import kr.dangol.forecast.Estimate;
import kr.dangol.forecast.Forecast;
import kr.dangol.forecast.Likeness;
import kr.dangol.forecast.model.Observation;
import kr.dangol.forecast.model.Range;
import kr.dangol.forecast.model.ResponseKind;
import kr.dangol.forecast.model.ResponseModel;
import kr.dangol.forecast.model.Subject;

/// Everything learned from a set of lessons, ready to foretell. Immutable, so that a forecast never
/// sees half an update.
public final class Experience {

    private static final double TINY = 1e-12;

    /// From this many real lessons on, samples have nothing to add.
    private static final int SAMPLES_FADED = 2_000;

    private final ResponseModel participants;
    private final ResponseModel roi;
    private final Comparables comparables;
    private final Version version;
    private final boolean onSamplesOnly;

    private Experience(
            ResponseModel participants,
            ResponseModel roi,
            Comparables comparables,
            Version version,
            boolean onSamplesOnly) {
        this.participants = participants;
        this.roi = roi;
        this.comparables = comparables;
        this.version = version;
        this.onSamplesOnly = onSamplesOnly;
    }

    /// Sample lessons are learned first and stand as the belief before the real ones, which learn
    /// how far to trust it: so samples fade as real cases arrive.
    static Experience of(Collection<Lesson> lessons) {
        var samples = lessons.stream().filter(Lesson::sample).toList();
        var real = lessons.stream().filter(lesson -> !lesson.sample()).toList();
        var comparables = new Comparables();
        lessons.forEach(comparables::add);
        var kinds = kinds(real);
        var fresh = samples.isEmpty() || real.size() >= SAMPLES_FADED;
        var before = fresh ? List.<ResponseModel>of() : fit(kinds, samples, List.of());
        var models = fit(kinds, real, before);
        return new Experience(
                models.get(Trade.PARTICIPANTS),
                models.get(Trade.ROI),
                comparables,
                Version.of(lessons),
                real.isEmpty());
    }

    private static List<ResponseKind> kinds(List<Lesson> real) {
        var roi =
                ResponseModel.settled(
                        Trade.DESIGN,
                        Trade.RESPONSES.get(Trade.ROI),
                        Trade.ROI,
                        Trade.shiftsOfRoi(),
                        observations(real));
        return List.of(Trade.RESPONSES.get(Trade.PARTICIPANTS), roi);
    }

    private static List<ResponseModel> fit(
            List<ResponseKind> kinds, List<Lesson> lessons, List<ResponseModel> before) {
        return ResponseModel.fit(Trade.DESIGN, kinds, observations(lessons), before);
    }

    private static List<Observation> observations(List<Lesson> lessons) {
        return lessons.stream().map(Lesson::observation).toList();
    }

    /// The experience after some more real lessons, in well under a millisecond each.
    Experience taught(List<Lesson> more) {
        if (more.isEmpty()) {
            return this;
        }
        var observations = observations(more);
        var counted = comparables.copy();
        more.forEach(counted::add);
        return new Experience(
                participants.taught(observations, Trade.PARTICIPANTS),
                roi.taught(observations, Trade.ROI),
                counted,
                version.plus(more),
                onSamplesOnly);
    }

    public String version() {
        return version.toString();
    }

    public Forecast forecast(EventTraits traits) {
        var subject = Trade.subject(traits);
        var found = comparables.of(traits);
        return new Forecast(
                people(participants.predict(subject)),
                percent(roi.predict(subject)),
                found.cases(),
                found.realCases(),
                found.basis(),
                version());
    }

    /// How much each of these lessons weighs in the forecast for a plan, as shares that make one.
    double[] shares(EventTraits traits, List<Lesson> lessons) {
        var subject = Trade.subject(traits);
        var people = weights(participants, subject, lessons);
        var money = weights(roi, subject, lessons);
        var ofPeople = Math.max(TINY, Arrays.stream(people).sum());
        var ofMoney = Math.max(TINY, Arrays.stream(money).sum());
        return IntStream.range(0, lessons.size())
                .mapToDouble(i -> people[i] / ofPeople / 2 + money[i] / ofMoney / 2)
                .toArray();
    }

    /// What samples say counts as far as real cases leave room for it.
    private double[] weights(ResponseModel model, Subject subject, List<Lesson> lessons) {
        var observations = observations(lessons);
        var weights = model.weights(subject, observations);
        if (onSamplesOnly) {
            return weights;
        }
        var ofSamples =
                model.foundation()
                        .map(before -> before.weights(subject, observations))
                        .orElse(null);
        var real = 0.0;
        for (var i = 0; i < weights.length; i++) {
            real += lessons.get(i).sample() ? 0 : weights[i];
        }
        for (var i = 0; i < weights.length; i++) {
            if (lessons.get(i).sample()) {
                weights[i] = ofSamples == null ? 0 : ofSamples[i] * Math.max(0, 1 - real);
            }
        }
        return weights;
    }

    /// What a plan and a lesson have in common, first what was found to move results the most.
    List<Likeness> likenesses(EventTraits traits, Lesson lesson) {
        return Trade.common(Trade.subject(traits), lesson.subject()).stream()
                .sorted(Comparator.comparingDouble(this::spread).reversed())
                .toList();
    }

    private double spread(Likeness likeness) {
        return Trade.spread(participants, likeness) + Trade.spread(roi, likeness);
    }

    /// Nobody plans an event for no one: the median is at least one person.
    private static Estimate people(Range range) {
        return new Estimate(
                Math.max(1, rounded(range.median())),
                rounded(range.low()),
                Math.max(1, rounded(range.high())));
    }

    private static Estimate percent(Range range) {
        return new Estimate(
                rounded(range.median() * 100),
                rounded(range.low() * 100),
                rounded(range.high() * 100));
    }

    private static int rounded(double value) {
        return (int) Math.clamp(Math.round(value), -1_000_000_000L, 1_000_000_000L);
    }
}
