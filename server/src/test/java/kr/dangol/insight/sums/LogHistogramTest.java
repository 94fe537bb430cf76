package kr.dangol.insight.sums;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LogHistogramTest {

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void percentilesAreOffByLessThanFivePercentOfThemselves(long seed) {
        var random = new Random(seed);
        var values = new double[10_000];
        var histogram = new LogHistogram();
        for (var i = 0; i < values.length; i++) {
            values[i] = Math.exp(3 + 2.5 * random.nextGaussian()) + 1;
            histogram.add(LogHistogram.one(values[i]));
        }
        Arrays.sort(values);
        for (var share : new double[] {0.01, 0.25, 0.5, 0.95, 0.99}) {
            var exact = values[(int) Math.ceil(share * values.length) - 1];
            assertThat(histogram.percentile(share).orElseThrow())
                    .as("%s with seed %s", share, seed)
                    .isCloseTo(exact, within(exact * 0.048));
        }
    }

    @Test
    void partsAddUpToTheWhole() {
        var whole = new LogHistogram();
        var first = new Tally<>(CallSum.class).observe(120).observe(8_000);
        var second = new Tally<>(CallSum.class).observe(450);
        whole.add(first.add(second).classes());

        assertThat(whole.total()).isEqualTo(3);
        assertThat(whole.percentile(0.5).orElseThrow()).isCloseTo(450, within(450 * 0.048));
    }

    @Test
    void nothingHasNoPercentile() {
        assertThat(new LogHistogram().percentile(0.5)).isEmpty();
        assertThat(new Tally<>(CallSum.class).observe(7).subtract(one(7)).percentile(0.5))
                .isEmpty();
    }

    @Test
    void whatIsNotWorthTellingApartIsOneClass() {
        assertThat(LogHistogram.classOf(0)).isZero();
        assertThat(LogHistogram.classOf(1)).isZero();
        assertThat(LogHistogram.classOf(1.01)).isEqualTo(1);
        assertThat(LogHistogram.classOf(Double.MAX_VALUE)).isEqualTo(255);
    }

    private static Tally<CallSum> one(double value) {
        return new Tally<>(CallSum.class).observe(value);
    }
}
