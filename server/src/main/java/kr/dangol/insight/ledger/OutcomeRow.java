package kr.dangol.insight.ledger;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import kr.dangol.insight.sums.OutcomeSum;
import kr.dangol.insight.sums.Tally;
import org.jspecify.annotations.Nullable;

/// Predicted against actual of one closed event. `day` is the event's last.
record OutcomeRow(
        UUID eventId,
        UUID recommendationId,
        @Nullable UUID ownerId,
        UUID storeKey,
        int revision,
        LocalDate day,
        Place place,
        Writing writing,
        String slot,
        String purpose,
        String grade,
        long cost,
        Compared participants,
        Compared roi) {

    /// Where and in which trade.
    record Place(String industry, String businessType, String city, @Nullable String district) {}

    /// Who wrote what was recommended.
    record Writing(String engine, String promptVersion) {

        static final Writing UNKNOWN = new Writing("unknown", "unknown");
    }

    /// One figure beside its forecast.
    record Compared(int actual, int predicted, int low, int high) {

        boolean isWithin() {
            return low <= actual && actual <= high;
        }

        /// |actual - predicted| as a share of the actual one, in thousandths.
        double errorPermille() {
            return Math.abs(1000.0 * (actual - (long) predicted) / actual);
        }
    }

    /// The product owner's target for a single forecast.
    private static final double CLOSE_PERMILLE = 200;

    List<String> cell() {
        return List.of(place.industry(), place.city(), writing.engine(), writing.promptVersion());
    }

    OutcomeRow writtenBy(Writing known) {
        return new OutcomeRow(
                eventId,
                recommendationId,
                ownerId,
                storeKey,
                revision,
                day,
                place,
                known,
                slot,
                purpose,
                grade,
                cost,
                participants,
                roi);
    }

    Tally<OutcomeSum> tally() {
        var tally =
                new Tally<>(OutcomeSum.class)
                        .add(OutcomeSum.OUTCOMES, 1)
                        .addIf(roi.isWithin(), OutcomeSum.ROI_WITHIN)
                        .addIf(participants.isWithin(), OutcomeSum.PARTICIPANTS_WITHIN);
        if (roi.actual() == 0) {
            return tally.add(OutcomeSum.ZERO_ROI, 1);
        }
        return tally.addIf(roi.errorPermille() <= CLOSE_PERMILLE, OutcomeSum.ROI_CLOSE)
                .observe(roi.errorPermille());
    }
}
