package kr.dangol.experiment;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/// What an experiment is judged by, chosen before it starts. For each shop it is one value in [0,
/// 1] of which more is better: the unit is the shop, because answers of one shop resemble each
/// other.
public enum Measure {
    /// Share of a shop's answers of which it chose a plan, within its window.
    CHOICE_RATE,
    /// Share of a shop's answers that it wanted others for, within its window; turned round.
    REGENERATE_RATE,
    /// |predicted − actual ROI| relative to the actual one, at most 1, of the first event a shop
    /// closed; turned round. Zero as an actual ROI cannot be compared with and does not count.
    FORECAST_ERROR,
    /// ROI of the first event a shop closed, from −100 % (0) to 400 % and more (1).
    OUTCOME;

    /// The form on the wire, e.g. `choice-rate`.
    public String key() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    static Optional<Measure> find(String key) {
        return Arrays.stream(values()).filter(each -> each.key().equals(key)).findFirst();
    }

    boolean isOfEvents() {
        return this == FORECAST_ERROR || this == OUTCOME;
    }

    /// Whether a smaller figure is the better one for whoever reads it.
    boolean isTurnedRound() {
        return this == REGENERATE_RATE || this == FORECAST_ERROR;
    }
}
