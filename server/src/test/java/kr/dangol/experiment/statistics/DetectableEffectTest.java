package kr.dangol.experiment.statistics;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class DetectableEffectTest {

    @Test
    void moreShopsFindSmallerDifferences() {
        var few = DetectableEffect.of(60, 0.3, 0.05, 0.8).orElseThrow();
        var many = DetectableEffect.of(600, 0.3, 0.05, 0.8).orElseThrow();

        assertThat(many).isLessThan(few / 2);
    }

    @Test
    void saysThatAHandfulOfShopsFindsNothing() {
        assertThat(DetectableEffect.of(4, 0.3, 0.05, 0.8)).isEmpty();
        assertThat(DetectableEffect.of(0, 0.3, 0.05, 0.8)).isEmpty();
    }

    @Test
    void whatItPromisesIsFound() {
        var effect = DetectableEffect.of(150, 0.2, 0.05, 0.8).orElseThrow();
        var random = new SplittableRandom(3);
        var found = 0;
        for (var i = 0; i < 500; i++) {
            var comparison = new Comparison(0.05);
            for (var pair = 0; pair < 150; pair++) {
                comparison.addControl(random.nextDouble() < 0.2 ? 1 : 0);
                comparison.addChallenger(random.nextDouble() < 0.2 + effect ? 1 : 0);
            }
            found += comparison.isDecided() ? 1 : 0;
        }
        assertThat(found).isBetween(370, 440);
    }
}
