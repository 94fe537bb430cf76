package kr.dangol.forecast.model;

/// How a response behaves: the belief before data, the shift of its scale (effects add up on
/// log(shift + response)), the least value it can take, below which value the logarithm gives way
/// to a straight line, and whether it never falls when the dose rises.
public record ResponseKind(Belief belief, double shift, double least, double knee, boolean rising) {

    /// The same on another scale.
    public ResponseKind shifted(double other) {
        return new ResponseKind(belief, other, least, Math.max(least + 0.1, 0.1 - other), rising);
    }

    Scale scale() {
        return new Scale(shift, knee);
    }

    /// The line before data, on the scale on which effects add up.
    double line(double doseFromCentre) {
        return scale().of(belief.central()) + belief.slope() * doseFromCentre;
    }
}
