package kr.dangol.forecast;

import java.util.Locale;

/// What a precedent and a plan have in common.
public enum Likeness {
    INDUSTRY,
    BUSINESS_TYPE,
    CITY,
    DISTRICT,
    PURPOSE,
    TYPE,
    SEASON,
    MONTH,
    OCCASION,
    PRIZE,
    PARTICIPATION,
    COST;

    /// The form on the wire.
    public String key() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
