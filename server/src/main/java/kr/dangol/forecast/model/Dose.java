package kr.dangol.forecast.model;

/// Functions of the dose of which a response is made: constant, linear, and a bend at each knot.
/// Together they draw any line that is straight between knots.
final class Dose {

    static final int CONSTANT = 0;
    static final int LINEAR = 1;
    static final int FIRST_BEND = 2;

    private final double centre;
    private final double[] knots;

    Dose(double centre, double[] knots) {
        this.centre = centre;
        this.knots = knots.clone();
    }

    int functions() {
        return FIRST_BEND + knots.length;
    }

    int bends() {
        return knots.length;
    }

    double knot(int bend) {
        return knots[bend];
    }

    double centre() {
        return centre;
    }

    double at(int function, double dose) {
        return switch (function) {
            case CONSTANT -> 1;
            case LINEAR -> dose - centre;
            default -> Math.max(0, dose - knots[function - FIRST_BEND]);
        };
    }

    double[] at(double dose) {
        var values = new double[functions()];
        for (var f = 0; f < values.length; f++) {
            values[f] = at(f, dose);
        }
        return values;
    }
}
