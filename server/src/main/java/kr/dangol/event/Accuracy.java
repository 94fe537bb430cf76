package kr.dangol.event;

import org.jspecify.annotations.Nullable;

/// How far a prediction was from what came. Errors are ratios of the actual figure (0.12 is 12 %),
/// null where that is 0.
public record Accuracy(
        @Nullable Double participantsError,
        @Nullable Double roiError,
        boolean participantsWithinRange,
        boolean roiWithinRange) {

    public static Accuracy of(Prediction predicted, Figures actual) {
        return new Accuracy(
                error(predicted.participants(), actual.participants()),
                error(predicted.roi(), actual.roi()),
                isBetween(
                        predicted.participantsLow(),
                        actual.participants(),
                        predicted.participantsHigh()),
                isBetween(predicted.roiLow(), actual.roi(), predicted.roiHigh()));
    }

    private static @Nullable Double error(int predicted, int actual) {
        if (actual == 0) {
            return null;
        }
        var ratio = Math.abs((double) actual - predicted) / Math.abs((double) actual);
        return Math.round(ratio * 10_000) / 10_000.0;
    }

    private static boolean isBetween(int low, int value, int high) {
        return low <= value && value <= high;
    }
}
