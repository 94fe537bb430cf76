package kr.dangol.experiment.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class RatioAlarmTest {

    private static final List<Double> HALVES = List.of(0.5, 0.5);

    @Test
    void isCalmBeforeAnythingHappened() {
        assertThat(RatioAlarm.evidence(List.of(0, 0), HALVES)).isCloseTo(1, within(1e-9));
    }

    @Test
    void oneStepIsAFairBet() {
        var afterOne = RatioAlarm.evidence(List.of(1, 0), HALVES);
        var afterOther = RatioAlarm.evidence(List.of(0, 1), HALVES);
        assertThat((afterOne + afterOther) / 2).isCloseTo(1, within(1e-9));

        var before = RatioAlarm.evidence(List.of(7, 3, 5), List.of(0.5, 0.3, 0.2));
        var next =
                0.5 * RatioAlarm.evidence(List.of(8, 3, 5), List.of(0.5, 0.3, 0.2))
                        + 0.3 * RatioAlarm.evidence(List.of(7, 4, 5), List.of(0.5, 0.3, 0.2))
                        + 0.2 * RatioAlarm.evidence(List.of(7, 3, 6), List.of(0.5, 0.3, 0.2));
        assertThat(next).isCloseTo(before, within(1e-9));
    }

    @Test
    void seesThatOneArmLosesAThird() {
        assertThat(RatioAlarm.evidence(List.of(300, 200), HALVES)).isGreaterThan(100);
    }

    @Test
    void staysCalmWhileTheLotIsFairHoweverOftenOneLooks() {
        var random = new SplittableRandom(11);
        var alarms = 0;
        for (var i = 0; i < 1_000; i++) {
            var left = 0;
            var loudest = 0.0;
            for (var n = 1; n <= 400; n++) {
                left += random.nextBoolean() ? 1 : 0;
                loudest = Math.max(loudest, RatioAlarm.evidence(List.of(left, n - left), HALVES));
            }
            alarms += loudest >= 100 ? 1 : 0;
        }
        assertThat(alarms).isLessThanOrEqualTo(10);
    }
}
