package kr.dangol.casebook.wording;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.LongStream;
import kr.dangol.shared.KoreanText;

/// What the words of a case are made of, to tell whether two of them say the same: the distinct
/// runs of three letters in title, prize and way of taking part, of which at least 75 % must be
/// shared, and a prize that differs by a typo at most. Two typos or another spacing stay above,
/// another way of taking part falls below; another prize is short and would not be seen in the
/// whole.
///
/// So that a case need not be compared with every other, cases meet under keys (MinHash with
/// banding): two that share the part `s` of their runs have one of their [#BANDS] keys in common
/// with probability `1 - (1 - s^4)^8`: 0.96 at 0.75, 0.985 at 0.8, 0.9998 at 0.9, 0.19 at 0.4.
/// Whoever meets is then compared in full.
public final class Wording {

    public static final int BANDS = 8;

    private static final int ROWS = 4;
    private static final double SAME = 0.75;
    private static final int LETTERS_A_TYPO = 6;
    private static final int RUN = 3;
    private static final long[] FACTORS = factors();

    private final String prize;
    private final long[] runs;

    private Wording(String prize, long[] runs) {
        this.prize = prize;
        this.runs = runs;
    }

    public static Wording of(String title, String prize, String participation) {
        var key = KoreanText.key(title + prize + participation);
        return new Wording(
                KoreanText.key(prize),
                LongStream.range(0, Math.max(0, key.length() - RUN + 1))
                        .map(at -> run(key, (int) at))
                        .sorted()
                        .distinct()
                        .toArray());
    }

    private static long run(String key, int at) {
        return (long) key.charAt(at) << 32 | (long) key.charAt(at + 1) << 16 | key.charAt(at + 2);
    }

    public boolean isNear(Wording other) {
        return likeness(other) >= SAME && isPrizeNear(other.prize);
    }

    /// The prize's letters and digits, for [#isPrizeNear].
    public String prize() {
        return prize;
    }

    /// One letter may be wrong, two in a long name.
    public boolean isPrizeNear(String other) {
        var longest = Math.max(prize.length(), other.length());
        var most = longest == 0 ? 0 : 1 + (longest - 1) / (2 * LETTERS_A_TYPO);
        return Math.abs(prize.length() - other.length()) <= most && distance(prize, other) <= most;
    }

    /// How many letters must be changed, added or left out (Levenshtein).
    private static int distance(String one, String other) {
        var row = new int[other.length() + 1];
        Arrays.setAll(row, at -> at);
        for (var i = 1; i <= one.length(); i++) {
            var diagonal = row[0];
            row[0] = i;
            for (var j = 1; j <= other.length(); j++) {
                var replaced = diagonal + (one.charAt(i - 1) == other.charAt(j - 1) ? 0 : 1);
                diagonal = row[j];
                row[j] = Math.min(replaced, 1 + Math.min(row[j], row[j - 1]));
            }
        }
        return row[other.length()];
    }

    public boolean isNearOneOf(Collection<Wording> others) {
        return others.stream().anyMatch(this::isNear);
    }

    /// The part of all runs that both have.
    public double likeness(Wording other) {
        var shared = 0;
        var mine = 0;
        var theirs = 0;
        while (mine < runs.length && theirs < other.runs.length) {
            var order = Long.compare(runs[mine], other.runs[theirs]);
            shared += order == 0 ? 1 : 0;
            mine += order <= 0 ? 1 : 0;
            theirs += order >= 0 ? 1 : 0;
        }
        var all = runs.length + other.runs.length - shared;
        return all == 0 ? 1 : shared / (double) all;
    }

    /// The keys under which texts much like this one are found among those of the same `group`.
    public List<Long> meetings(long group) {
        var keys = new ArrayList<Long>(BANDS);
        for (var band = 0; band < BANDS; band++) {
            var key = mixed(group + band);
            for (var row = 0; row < ROWS; row++) {
                key = mixed(key ^ least(FACTORS[band * ROWS + row]));
            }
            keys.add(key);
        }
        return List.copyOf(keys);
    }

    /// The run that comes first in an order of its own for each factor.
    private long least(long factor) {
        var least = Long.MAX_VALUE;
        for (var run : runs) {
            least = Math.min(least, mixed(run ^ factor));
        }
        return least;
    }

    private static long[] factors() {
        // The seed is part of what is stored: another one finds nothing of before.
        return new SplittableRandom(20261122).longs(BANDS * ROWS).toArray();
    }

    /// Stafford's thirteenth mixer, the one of SplittableRandom.
    private static long mixed(long bits) {
        var z = (bits ^ bits >>> 30) * 0xbf58476d1ce4e5b9L;
        z = (z ^ z >>> 27) * 0x94d049bb133111ebL;
        return z ^ z >>> 31;
    }
}
