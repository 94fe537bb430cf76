package kr.dangol.shared;

/// How an outcome was established; sets its weight in forecasts.
public enum Grade {
    /// Counted or read from the till by one of our own owners.
    MEASURED,
    /// The owner's guess.
    ESTIMATED,
    /// A source says so.
    REPORTED,
    /// An idea without figures: may inspire text, never feeds a forecast.
    NONE
}
