package kr.dangol.forecast;

/// What a plan will probably bring: participants, ROI in integer percent, how many comparable
/// precedents it rests on (`cases`), how many of them are real ones (`realCases`), the basis in
/// Korean words, and the version of the model.
public record Forecast(
        Estimate participants,
        Estimate roi,
        int cases,
        int realCases,
        String basis,
        String modelVersion) {}
