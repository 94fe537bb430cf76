package kr.dangol.casebook.search;

import java.util.Arrays;

/// A unit vector. Hides its array, because a record would leak it.
public final class Vector {

    private static final double TOLERANCE = 1e-3;

    private final float[] components;

    private Vector(float[] components) {
        this.components = components;
    }

    /// Scales to length 1; a vector of zeros has no direction and is refused.
    public static Vector ofDirection(float[] components) {
        var length = Math.sqrt(squares(components));
        if (length < 1e-12) {
            throw new IllegalArgumentException("a vector without direction");
        }
        var unit = new float[components.length];
        for (var i = 0; i < unit.length; i++) {
            unit[i] = (float) (components[i] / length);
        }
        return new Vector(unit);
    }

    public int dimensions() {
        return components.length;
    }

    /// The cosine of the angle between both.
    public double cosine(Vector other) {
        if (other.components.length != components.length) {
            throw new IllegalArgumentException(
                    components.length + " and " + other.components.length + " dimensions");
        }
        var sum = 0.0;
        for (var i = 0; i < components.length; i++) {
            sum += components[i] * other.components[i];
        }
        return sum;
    }

    public float[] toArray() {
        return components.clone();
    }

    boolean isUnit() {
        return Math.abs(squares(components) - 1) < TOLERANCE;
    }

    private static double squares(float[] components) {
        var sum = 0.0;
        for (var component : components) {
            sum += component * component;
        }
        return sum;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Vector that && Arrays.equals(components, that.components);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(components);
    }
}
