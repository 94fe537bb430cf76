package kr.dangol.event;

/// What was foretold for an event, on the wire: medians with the 80 % range.
public record PredictionResponse(
        PredictedRange participants,
        PredictedRange roi,
        int cases,
        String basis,
        String modelVersion) {

    public static PredictionResponse of(Prediction prediction) {
        return new PredictionResponse(
                new PredictedRange(
                        prediction.participants(),
                        prediction.participantsLow(),
                        prediction.participantsHigh()),
                new PredictedRange(prediction.roi(), prediction.roiLow(), prediction.roiHigh()),
                prediction.cases(),
                prediction.basis(),
                prediction.modelVersion());
    }

    /// A median with the range that holds four times in five.
    public record PredictedRange(int expected, int low, int high) {}
}
