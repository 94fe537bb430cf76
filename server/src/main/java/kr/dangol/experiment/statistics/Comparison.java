package kr.dangol.experiment.statistics;

import java.util.ArrayDeque;
import java.util.Deque;

/// How much better a challenger is than the control, from one value in [0, 1] for each independent
/// unit. The units of both sides are paired in the order in which they come; who has no partner yet
/// waits. As units are assigned by lot, pairs are independent and alike whatever the season does,
/// because both halves of a pair are of about the same time.
public final class Comparison {

    private final double alpha;
    private final PairedBets bets = new PairedBets();
    private final Deque<Double> waitingControls = new ArrayDeque<>();
    private final Deque<Double> waitingChallengers = new ArrayDeque<>();
    private Interval interval = new Interval(-1, 1);

    /// @param alpha how often a claim may be wrong, over the whole life of the comparison
    public Comparison(double alpha) {
        if (!(alpha > 0 && alpha < 1)) {
            throw new IllegalArgumentException("alpha " + alpha);
        }
        this.alpha = alpha;
    }

    public void addControl(double value) {
        add(value, waitingControls);
    }

    public void addChallenger(double value) {
        add(value, waitingChallengers);
    }

    private void add(double value, Deque<Double> waiting) {
        if (!(value >= 0 && value <= 1)) {
            throw new IllegalArgumentException("value " + value);
        }
        waiting.add(value);
        while (!waitingControls.isEmpty() && !waitingChallengers.isEmpty()) {
            bets.add(waitingChallengers.remove() - waitingControls.remove());
        }
    }

    public int pairs() {
        return bets.size();
    }

    /// Challenger minus control, over the pairs.
    public double difference() {
        return bets.mean();
    }

    /// Where the true difference lies. Holds at all times together, so that every look keeps what
    /// an earlier one ruled out and the interval only ever narrows.
    public Interval interval() {
        interval = bets.interval(alpha).and(interval);
        return interval;
    }

    /// Betting odds against "there is no difference"; see [PairedBets].
    public double evidence() {
        return bets.evidence();
    }

    /// Whether "there is no difference" has been refuted, now or at any time before.
    public boolean isDecided() {
        return bets.evidence() >= 1 / alpha;
    }
}
