package kr.dangol.casebook.cleaning;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import kr.dangol.shared.KoreanText;

/// Tells whether two wordings of a case with the same figures are the same case: at least 80 % of
/// their runs of three letters are shared. A typo or another spacing stays above, another prize or
/// another way of taking part falls below.
final class Wording {

    private static final double SAME = 0.80;
    private static final int RUN = 3;

    private Wording() {}

    static boolean isNearOneOf(String wording, List<String> others) {
        if (others.isEmpty()) {
            return false;
        }
        var runs = runs(wording);
        return others.stream().anyMatch(other -> similarity(runs, runs(other)) >= SAME);
    }

    private static double similarity(Set<String> some, Set<String> others) {
        var shared = some.stream().filter(others::contains).count();
        var all = some.size() + others.size() - shared;
        return all == 0 ? 1 : shared / (double) all;
    }

    private static Set<String> runs(String wording) {
        var key = KoreanText.key(wording);
        var runs = new HashSet<String>();
        for (var i = 0; i + RUN <= key.length(); i++) {
            runs.add(key.substring(i, i + RUN));
        }
        return runs;
    }
}
