package kr.dangol.event;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import kr.dangol.event.Figures.OutletResult;
import kr.dangol.shared.Grade;
import org.jspecify.annotations.Nullable;

/// What came of an event beside what was foretold, on the wire. `revenue` is there where the owner
/// told it instead of the ROI; `revision` counts corrections from 1.
public record OutcomeResponse(
        int participants,
        long cost,
        int roi,
        @Nullable Long revenue,
        List<ChannelResult> channels,
        LocalDate completedOn,
        MeasuredBy measuredBy,
        Grade grade,
        AccuracyResponse accuracy,
        boolean participantsWithinRange,
        boolean roiWithinRange,
        int revision,
        OffsetDateTime recordedAt) {

    public static OutcomeResponse of(Outcome outcome, Prediction prediction) {
        var figures = outcome.figures();
        var revenue = figures.revenue();
        var accuracy = Accuracy.of(prediction, figures);
        return new OutcomeResponse(
                figures.participants(),
                figures.cost().amount(),
                figures.roi(),
                revenue == null ? null : revenue.amount(),
                figures.outlets().stream().map(ChannelResult::of).toList(),
                figures.completedOn(),
                figures.measuredBy(),
                figures.measuredBy().grade(),
                new AccuracyResponse(accuracy.participantsError(), accuracy.roiError()),
                accuracy.participantsWithinRange(),
                accuracy.roiWithinRange(),
                outcome.revision(),
                StoreEventResponse.seoul(outcome.recordedAt()));
    }

    /// Errors as ratios of the actual figure, null where that is 0.
    public record AccuracyResponse(@Nullable Double participantsError, @Nullable Double roiError) {}

    /// What one outlet brought and cost.
    public record ChannelResult(String channel, int participants, long cost) {

        static ChannelResult of(OutletResult result) {
            return new ChannelResult(
                    result.outlet(), result.participants(), result.cost().amount());
        }
    }
}
