package kr.dangol.forecast.model;

/// 64-bit hashes of names. Feature names are never kept: at 64 bits a collision among a million of
/// them is rarer than one in ten million.
final class Hash {

    private static final long OFFSET = 0xcbf29ce484222325L;
    private static final long PRIME = 0x100000001b3L;

    private Hash() {}

    static long of(CharSequence text) {
        return of(text, 0, text.length());
    }

    static long of(CharSequence text, int from, int to) {
        var hash = OFFSET;
        for (var i = from; i < to; i++) {
            hash = (hash ^ text.charAt(i)) * PRIME;
        }
        return mix(hash);
    }

    static long join(long left, long right) {
        return mix(left * 31 + right);
    }

    /// The finaliser of splitmix64.
    static long mix(long value) {
        var z = (value ^ (value >>> 30)) * 0xbf58476d1ce4e5b9L;
        z = (z ^ (z >>> 27)) * 0x94d049bb133111ebL;
        return z ^ (z >>> 31);
    }
}
