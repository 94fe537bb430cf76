package kr.dangol.event;

/// What was foretold for an event when it was drafted or last edited: medians with the 80 % range,
/// ROI in integer percent, the number of comparable precedents, what it rests on in words, and the
/// version of the model that said so.
public record Prediction(
        int participants,
        int participantsLow,
        int participantsHigh,
        int roi,
        int roiLow,
        int roiHigh,
        int cases,
        String basis,
        String modelVersion) {}
