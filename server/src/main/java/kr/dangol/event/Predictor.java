package kr.dangol.event;

/// Foretells an event anew after an edit. Implemented by the forecast module, which knows how.
public interface Predictor {

    Prediction predict(EventTraits traits);
}
