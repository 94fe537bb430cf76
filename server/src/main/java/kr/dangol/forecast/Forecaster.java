package kr.dangol.forecast;

import kr.dangol.event.EventTraits;

/// The door to the forecasts: pure computation from memory, well below a millisecond.
public interface Forecaster {

    Forecast forecast(EventTraits traits);
}
