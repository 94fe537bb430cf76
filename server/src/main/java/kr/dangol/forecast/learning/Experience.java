package kr.dangol.forecast.learning;

import java.util.Collection;
import java.util.List;
import kr.dangol.event.EventTraits;
import kr.dangol.forecast.Estimate;
import kr.dangol.forecast.Forecast;
import kr.dangol.forecast.model.Observation;
import kr.dangol.forecast.model.Range;
import kr.dangol.forecast.model.ResponseKind;
import kr.dangol.forecast.model.ResponseModel;

/// Everything learned from a set of lessons, ready to foretell. Immutable, so that a forecast never
/// sees half an update.
public final class Experience {

    /// From this many real lessons on, samples have nothing to add.
    private static final int SAMPLES_FADED = 2_000;

    private final ResponseModel participants;
    private final ResponseModel roi;
    private final Comparables comparables;
    private final Version version;

    private Experience(
            ResponseModel participants,
            ResponseModel roi,
            Comparables comparables,
            Version version) {
        this.participants = participants;
        this.roi = roi;
        this.comparables = comparables;
        this.version = version;
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
                Version.of(lessons));
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
                version.plus(more));
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
