package kr.dangol.casebook.wording;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WordingTest {

    private static final String TITLE = "단골 도장판 채우기";
    private static final String PRIZE = "아메리카노 쿠폰";
    private static final String HOW = "음료를 살 때마다 도장을 찍고 다섯 개가 모이면 쿠폰을 드려요";

    @Test
    void spacingAndTyposMakeNoOtherCase() {
        var wording = Wording.of(TITLE, PRIZE, HOW);
        assertThat(wording.isNear(Wording.of("단골도장판 채우기", "아메리카노쿠폰", HOW))).isTrue();
        assertThat(wording.isNear(Wording.of("단골 도장판 채우지", PRIZE, HOW))).isTrue();
        assertThat(wording.isNear(Wording.of(TITLE, "아메리카노 쿠퐁", HOW))).isTrue();
    }

    @Test
    void anotherPrizeOrWayMakesAnotherCase() {
        var wording = Wording.of(TITLE, PRIZE, HOW);
        assertThat(wording.isNear(Wording.of(TITLE, "에스프레소 쿠폰", HOW))).isFalse();
        assertThat(wording.isNear(Wording.of(TITLE, "꽃", HOW))).isFalse();
        assertThat(wording.isNear(Wording.of(TITLE, PRIZE, "친구를 데려와 함께 앉으면 뽑아서 드려요"))).isFalse();
        assertThat(wording.isNearOneOf(List.of())).isFalse();
    }

    @Test
    void theSameTextAlwaysMeetsAndNeverOutsideItsGroup() {
        assertThat(Wording.of(TITLE, PRIZE, HOW).meetings(1))
                .isEqualTo(Wording.of(TITLE, PRIZE, HOW).meetings(1));
        assertThat(Wording.of(TITLE, PRIZE, HOW).meetings(1))
                .hasSize(Wording.BANDS)
                .doesNotContainAnyElementsOf(Wording.of(TITLE, PRIZE, HOW).meetings(2));
    }

    @Test
    void livesWithTextsTooShortForARun() {
        assertThat(Wording.of("", "", "").likeness(Wording.of("가", "", ""))).isEqualTo(1);
        assertThat(Wording.of("", "", "").likeness(Wording.of(TITLE, PRIZE, HOW))).isZero();
        assertThat(Wording.of("가", "", "").meetings(1)).hasSize(Wording.BANDS);
    }

    /// The promise of the class comment, within what 3,000 draws can tell.
    @ParameterizedTest
    @CsvSource({"0.4, 0.187", "0.6, 0.671", "0.8, 0.985", "0.9, 0.9998"})
    void meetsAsOftenAsBandingPromises(double likeness, double promised) {
        var random = new Random(7);
        var met = 0;
        var draws = 3_000;
        for (var draw = 0; draw < draws; draw++) {
            var pair = pair(likeness, random);
            var mine = Wording.of(pair.getFirst(), "", "").meetings(9);
            var theirs = Wording.of(pair.getLast(), "", "").meetings(9);
            met += Collections.disjoint(mine, theirs) ? 0 : 1;
        }
        assertThat(met / (double) draws).isCloseTo(promised, within(0.03));
    }

    /// Two texts that begin alike and then part, so that this part of their runs is shared.
    private static List<String> pair(double likeness, Random random) {
        var all = 120;
        var shared = (int) Math.round(likeness * all);
        var triples = new ArrayList<String>();
        for (var i = 0; i < all; i++) {
            triples.add(triple(random));
        }
        var mine = triples.subList(0, shared + (all - shared) / 2);
        var theirs = new ArrayList<>(triples.subList(0, shared));
        theirs.addAll(triples.subList(shared + (all - shared) / 2, all));
        return List.of(String.join("", mine), String.join("", theirs));
    }

    private static String triple(Random random) {
        var triple = new StringBuilder();
        for (var i = 0; i < 3; i++) {
            triple.append((char) ('가' + random.nextInt(11_000)));
        }
        return triple.toString();
    }
}
