package kr.dangol.forecast.model;

/// How a response behaves: the belief before data, the shifts among which its scale is chosen (the
/// first until data suffice to choose), the least value it can take, and whether it never falls
/// when the dose rises.
public record ResponseKind(Belief belief, double[] shifts, double least, boolean rising) {

    public ResponseKind {
        shifts = shifts.clone();
    }

    @Override
    public double[] shifts() {
        return shifts.clone();
    }

    /// Half a unit above the least value is where a logarithm gives way to a straight line.
    Scale scale(double shift) {
        return new Scale(shift, shift == 0 ? 0.5 : least + 0.1 * Math.max(1, shift));
    }
}
