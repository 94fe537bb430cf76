package kr.dangol.forecast;

import kr.dangol.forecast.model.Normal;
import kr.dangol.shared.Won;

/// What a forecast means for an owner's purse at the shop's margin: the expected profit, the chance
/// of loss, and how many must take part before nothing is lost.
public record Prospects(Won profit, LossRisk lossRisk, int breakEvenParticipants) {

    /// From the median to either end of an 80 % interval, in standard deviations.
    private static final double TENTH = 1.2816;

    private static final double LEAST_RETURN = 0.01;

    public static Prospects of(Forecast forecast, Won cost, int marginPercent) {
        var margin = marginPercent / 100.0;
        var revenuePerWon = 1 + forecast.roi().expected() / 100.0;
        return new Prospects(
                cost.times(revenuePerWon * margin - 1),
                LossRisk.of(chanceOfLoss(forecast.roi(), margin)),
                breakEven(forecast.participants().expected(), revenuePerWon, margin));
    }

    /// The chance that revenue times margin stays below the cost, on the log scale on which
    /// revenues scatter evenly, with a spread of its own on each side of the median.
    private static double chanceOfLoss(Estimate roi, double margin) {
        var median = logReturn(roi.expected());
        var needed = -Math.log(Math.max(LEAST_RETURN, margin));
        var end = needed < median ? roi.low() : roi.high();
        var spread = Math.max(0.02, Math.abs(logReturn(end) - median) / TENTH);
        return Normal.below((needed - median) / spread);
    }

    private static double logReturn(int roiPercent) {
        return Math.log(Math.max(LEAST_RETURN, 1 + roiPercent / 100.0));
    }

    /// Everybody who takes part brings the same share of the expected revenue.
    private static int breakEven(int participants, double revenuePerWon, double margin) {
        var earned = Math.max(LEAST_RETURN, revenuePerWon) * Math.max(LEAST_RETURN, margin);
        return (int) Math.min(Integer.MAX_VALUE, (long) Math.ceil(participants / earned));
    }
}
