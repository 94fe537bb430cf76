package kr.dangol.insight.sums;

/// What is summed up about outcomes; the histogram is of the error of the ROI relative to the
/// actual one, in thousandths.
public enum OutcomeSum {
    OUTCOMES,
    /// The actual ROI was 0, so that there is no relative error.
    ZERO_ROI,
    /// Off by a fifth at most.
    ROI_CLOSE,
    /// Inside the 80 % interval.
    ROI_WITHIN,
    PARTICIPANTS_WITHIN
}
