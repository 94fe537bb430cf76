package kr.dangol.experiment.statistics;

import java.util.List;

/// Tells whether units arrive in the arms as the lot should send them. If they do not, something
/// loses or doubles them, and no result of the experiment can be trusted.
///
/// The odds are those of a Dirichlet mixture over all shares against the promised ones, a
/// martingale while the promise holds; so it may be watched all the time: M. Lindon and A. Malek,
/// *Anytime-valid inference for multinomial count data*, NeurIPS 2022.
public final class RatioAlarm {

    /// Weight of the promised shares in the mixture: deviations of a few points are looked for
    /// first.
    private static final double CONCENTRATION = 100;

    private RatioAlarm() {}

    /// Betting odds against the promised shares. `counts` and `shares` name the arms in the same
    /// order.
    public static double evidence(List<Integer> counts, List<Double> shares) {
        var total = counts.stream().mapToInt(Integer::intValue).sum();
        var log = logGamma(CONCENTRATION) - logGamma(CONCENTRATION + total);
        for (var i = 0; i < counts.size(); i++) {
            var prior = CONCENTRATION * shares.get(i);
            log +=
                    logGamma(prior + counts.get(i))
                            - logGamma(prior)
                            - counts.get(i) * Math.log(shares.get(i));
        }
        return Math.exp(Math.min(log, 700));
    }

    /// Stirling's series, after stepping up to where it is exact to fourteen digits.
    private static double logGamma(double x) {
        var shift = 0.0;
        var y = x;
        while (y < 15) {
            shift += Math.log(y);
            y++;
        }
        var inverse = 1 / (y * y);
        var series =
                (1 / 12.0 - inverse * (1 / 360.0 - inverse * (1 / 1260.0 - inverse / 1680.0))) / y;
        return (y - 0.5) * Math.log(y) - y + 0.5 * Math.log(2 * Math.PI) + series - shift;
    }
}
