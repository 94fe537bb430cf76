package kr.dangol.experiment.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Random;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ComparisonTest {

    private static final double ALPHA = 0.05;
    private static final long SEED = 7;

    @Test
    void knowsNothingBeforeThereIsAPair() {
        var comparison = new Comparison(ALPHA);
        comparison.addControl(1);
        comparison.addControl(0);

        assertThat(comparison.pairs()).isZero();
        assertThat(comparison.interval()).isEqualTo(new Interval(-1, 1));
        assertThat(comparison.isDecided()).isFalse();
    }

    @ParameterizedTest
    @CsvSource({"0.2, 0.2", "0.5, 0.5", "0.05, 0.05", "0.9, 0.9"})
    void refutesATrueEqualityInNoMoreThanItsShareHoweverOftenOneLooks(double control, double same) {
        var random = new SplittableRandom(SEED);
        var refuted = 0;
        for (var i = 0; i < 1_000; i++) {
            refuted += drawn(control, same, 400, random).isDecided() ? 1 : 0;
        }
        assertThat(refuted).as("seed %d", SEED).isLessThanOrEqualTo(50);
    }

    @Test
    void theIntervalHoldsTheTruthAtAllLooksTogether() {
        var random = new SplittableRandom(SEED);
        var missed = 0;
        for (var i = 0; i < 300; i++) {
            var comparison = new Comparison(ALPHA);
            var lost = false;
            for (var pair = 0; pair < 200; pair++) {
                // Values between yes and no, as a shop's share of several answers is.
                comparison.addControl(mean(0.3, random));
                comparison.addChallenger(mean(0.45, random));
                lost |= pair % 10 == 9 && !comparison.interval().contains(0.15);
            }
            missed += lost ? 1 : 0;
        }
        assertThat(missed).as("seed %d", SEED).isLessThanOrEqualTo(15);
    }

    @Test
    void findsALargeDifferenceAndNamesItsSize() {
        var comparison = drawn(0.2, 0.6, 150, new SplittableRandom(SEED));

        assertThat(comparison.isDecided()).isTrue();
        assertThat(comparison.interval().low()).isPositive();
        assertThat(comparison.interval().contains(0.4)).isTrue();
    }

    @Test
    void theIntervalOnlyEverNarrows() {
        var random = new SplittableRandom(SEED);
        var comparison = new Comparison(ALPHA);
        var last = comparison.interval();
        for (var i = 0; i < 300; i++) {
            comparison.addControl(draw(0.3, random));
            comparison.addChallenger(draw(0.5, random));
            var now = comparison.interval();
            assertThat(now.isInside(last.low(), last.high())).isTrue();
            last = now;
        }
        assertThat(last.width()).isLessThan(0.5);
    }

    @Test
    void excludesNoDifferenceExactlyWhenDecided() {
        var random = new SplittableRandom(SEED);
        for (var i = 0; i < 50; i++) {
            var comparison = new Comparison(ALPHA);
            for (var pair = 0; pair < 120; pair++) {
                comparison.addControl(draw(0.2, random));
                comparison.addChallenger(draw(0.45, random));
                comparison.interval();
            }
            assertThat(comparison.interval().contains(0)).isEqualTo(!comparison.isDecided());
        }
    }

    @Test
    void theOrderOfPairsDoesNotMatter() {
        var differences = new ArrayList<Double>();
        var random = new SplittableRandom(SEED);
        for (var i = 0; i < 80; i++) {
            differences.add(draw(0.6, random) - draw(0.3, random));
        }
        var one = new PairedBets();
        differences.forEach(one::add);
        Collections.shuffle(differences, new Random(SEED));
        var other = new PairedBets();
        differences.forEach(other::add);

        assertThat(other.interval(ALPHA).low()).isCloseTo(one.interval(ALPHA).low(), within(1e-9));
        assertThat(other.interval(ALPHA).high())
                .isCloseTo(one.interval(ALPHA).high(), within(1e-9));
    }

    @Test
    void takesNoValueOutsideItsBounds() {
        var comparison = new Comparison(ALPHA);
        assertThatThrownBy(() -> comparison.addControl(1.01))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> comparison.addChallenger(Double.NaN))
                .isInstanceOf(IllegalArgumentException.class);
    }

    private static Comparison drawn(
            double control, double challenger, int pairs, SplittableRandom random) {
        var comparison = new Comparison(ALPHA);
        for (var i = 0; i < pairs; i++) {
            comparison.addControl(draw(control, random));
            comparison.addChallenger(draw(challenger, random));
        }
        return comparison;
    }

    private static double draw(double share, SplittableRandom random) {
        return random.nextDouble() < share ? 1 : 0;
    }

    private static double mean(double share, SplittableRandom random) {
        return (draw(share, random) + draw(share, random) + draw(share, random)) / 3;
    }
}
