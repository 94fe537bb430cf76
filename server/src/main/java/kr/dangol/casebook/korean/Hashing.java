package kr.dangol.casebook.korean;

/// Feature hashing with signs: what falls together by chance cancels out on average.
final class Hashing {

    /// Each feature on three dimensions: two that collide on one still differ on the others.
    private static final int SPREAD = 3;

    private static final long FNV_START = 0xcbf29ce484222325L;
    private static final long FNV_PRIME = 0x100000001b3L;

    private Hashing() {}

    static long of(String kind, CharSequence text) {
        return of(kind, text, 0, text.length());
    }

    /// FNV-1a over the characters of a part of the text, by kind of feature.
    static long of(String kind, CharSequence text, int from, int to) {
        var hash = FNV_START;
        for (var i = 0; i < kind.length(); i++) {
            hash = (hash ^ kind.charAt(i)) * FNV_PRIME;
        }
        for (var i = from; i < to; i++) {
            hash = (hash ^ text.charAt(i)) * FNV_PRIME;
        }
        return mixed(hash);
    }

    static void add(float[] vector, long feature, double weight) {
        var hash = feature;
        for (var i = 0; i < SPREAD; i++) {
            hash = mixed(hash + i);
            var dimension = (int) Math.floorMod(hash >>> 1, (long) vector.length);
            vector[dimension] += (float) ((hash & 1) == 0 ? weight : -weight);
        }
    }

    /// Copies a part into the vector at the given length; false for a part of zeros.
    static boolean place(float[] part, float[] vector, int at, double length) {
        var squares = 0.0;
        for (var component : part) {
            squares += component * component;
        }
        if (squares < 1e-12) {
            return false;
        }
        var scale = length / Math.sqrt(squares);
        for (var i = 0; i < part.length; i++) {
            vector[at + i] = (float) (part[i] * scale);
        }
        return true;
    }

    /// The finaliser of splitmix64, which spreads FNV's weak high bits.
    private static long mixed(long value) {
        var z = value + 0x9e3779b97f4a7c15L;
        z = (z ^ (z >>> 30)) * 0xbf58476d1ce4e5b9L;
        z = (z ^ (z >>> 27)) * 0x94d049bb133111ebL;
        return z ^ (z >>> 31);
    }
}
