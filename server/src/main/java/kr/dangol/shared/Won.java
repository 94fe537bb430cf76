package kr.dangol.shared;

/// An amount of money in whole Korean won. May be negative (a loss).
public record Won(long amount) implements Comparable<Won> {

    public static final Won ZERO = new Won(0);

    public static Won of(long amount) {
        return amount == 0 ? ZERO : new Won(amount);
    }

    public Won plus(Won other) {
        return of(Math.addExact(amount, other.amount));
    }

    public Won minus(Won other) {
        return of(Math.subtractExact(amount, other.amount));
    }

    /// This amount times a factor, rounded to the nearest won.
    public Won times(double factor) {
        return of(Math.round(amount * factor));
    }

    public boolean isMoreThan(Won other) {
        return amount > other.amount;
    }

    @Override
    public int compareTo(Won other) {
        return Long.compare(amount, other.amount);
    }
}
