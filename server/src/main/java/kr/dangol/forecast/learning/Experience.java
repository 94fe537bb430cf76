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
import org.jspecify.annotations.Nullable;

/// Everything learned from a set of lessons, ready to foretell. Immutable, so that a forecast never
/// sees half an update.
public final class Experience {

    private final ResponseModel participants;
    private final ResponseModel roi;
    private final Comparables comparables;
    private final String version;

    private Experience(
            ResponseModel participants,
            ResponseModel roi,
            Comparables comparables,
            String version) {
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
        return new Experience(
                fit(
                        Trade.PARTICIPANTS,
                        ofParticipants(real),
                        fit(Trade.PARTICIPANTS, ofParticipants(samples), null)),
                fit(Trade.ROI, ofRoi(real), fit(Trade.ROI, ofRoi(samples), null)),
                comparables,
                version(lessons));
    }

    private static ResponseModel fit(
            ResponseKind kind, List<Observation> observations, @Nullable ResponseModel before) {
        return ResponseModel.fit(Trade.DESIGN, kind, observations, before);
    }

    private static List<Observation> ofParticipants(List<Lesson> lessons) {
        return lessons.stream().flatMap(lesson -> lesson.ofParticipants().stream()).toList();
    }

    private static List<Observation> ofRoi(List<Lesson> lessons) {
        return lessons.stream().flatMap(lesson -> lesson.ofRoi().stream()).toList();
    }

    /// The same lessons give the same version on every instance, whatever order they came in.
    private static String version(Collection<Lesson> lessons) {
        var digest = lessons.stream().mapToInt(Lesson::hashCode).reduce(0, (a, b) -> a ^ b);
        return "%d-%08x".formatted(lessons.size(), digest);
    }

    public String version() {
        return version;
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
                version);
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
