package kr.dangol.forecast.model;

import java.util.function.DoubleFunction;

/// Makes a forecast that never falls when the dose rises: from the middle outwards, a falling piece
/// is held level. The middle is where the data are, so that the correction distorts least.
final class Rising {

    /// Far enough to both sides for any amount of money.
    private static final double FAR = 16;

    private Rising() {}

    static Range at(double dose, Dose functions, DoubleFunction<Range> range) {
        var grid = grid(functions);
        var middle = grid.length / 2;
        var here = Math.clamp(dose, grid[0], grid[grid.length - 1]);
        var near = range.apply(grid[middle]);
        if (here >= grid[middle]) {
            for (var k = middle + 1; k < grid.length; k++) {
                var held = higher(near, range.apply(grid[k]));
                if (here <= grid[k]) {
                    return between(near, held, (here - grid[k - 1]) / (grid[k] - grid[k - 1]));
                }
                near = held;
            }
            return near;
        }
        for (var k = middle - 1; k >= 0; k--) {
            var held = lower(near, range.apply(grid[k]));
            if (here >= grid[k]) {
                return between(near, held, (grid[k + 1] - here) / (grid[k + 1] - grid[k]));
            }
            near = held;
        }
        return near;
    }

    private static double[] grid(Dose functions) {
        var grid = new double[functions.bends() + 4];
        grid[0] = functions.centre() - FAR;
        grid[1] = functions.knot(0) - 1.5;
        for (var k = 0; k < functions.bends(); k++) {
            grid[k + 2] = functions.knot(k);
        }
        grid[grid.length - 2] = functions.knot(functions.bends() - 1) + 1.5;
        grid[grid.length - 1] = functions.centre() + FAR;
        return grid;
    }

    private static Range higher(Range held, Range next) {
        return new Range(
                Math.max(held.low(), next.low()),
                Math.max(held.median(), next.median()),
                Math.max(held.high(), next.high()));
    }

    private static Range lower(Range held, Range next) {
        return new Range(
                Math.min(held.low(), next.low()),
                Math.min(held.median(), next.median()),
                Math.min(held.high(), next.high()));
    }

    private static Range between(Range from, Range to, double share) {
        return new Range(
                from.low() + share * (to.low() - from.low()),
                from.median() + share * (to.median() - from.median()),
                from.high() + share * (to.high() - from.high()));
    }
}
