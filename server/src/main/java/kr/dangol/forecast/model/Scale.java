package kr.dangol.forecast.model;

/// The scale on which effects add up: log(shift + x) for ordinary values, straight below `knee`,
/// where a logarithm would run away.
record Scale(double shift, double knee) {

    double of(double x) {
        if (x >= knee) {
            return Math.log(shift + x);
        }
        return Math.log(shift + knee) + (x - knee) / (shift + knee);
    }

    double back(double y) {
        var atKnee = Math.log(shift + knee);
        if (y >= atKnee) {
            return Math.exp(y) - shift;
        }
        return knee + (y - atKnee) * (shift + knee);
    }

    /// The logarithm of the derivative of [#of], which makes likelihoods on two scales comparable.
    double logDerivative(double x) {
        return -Math.log(shift + Math.max(x, knee));
    }
}
