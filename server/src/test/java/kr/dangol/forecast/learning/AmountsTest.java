package kr.dangol.forecast.learning;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AmountsTest {

    @ParameterizedTest
    @CsvSource({
        "'5천원 할인권', 5000, 0",
        "'1만원권', 10000, 0",
        "'5,000원 쿠폰', 5000, 0",
        "'2.5만 원 상품권', 25000, 0",
        "'20% 할인', 0, 0.2",
        "'아메리카노', 0, 0",
        "'1..5원', 0, 0"
    })
    void readsWorthAndDiscount(String prize, double worth, double discount) {
        var amounts = Amounts.of(prize);
        var expected = worth == 0 ? 0 : Math.log(worth / 10_000);
        assertThat(amounts.get(0)).isCloseTo(expected, within(1e-9));
        assertThat(amounts.get(1)).isCloseTo(discount, within(1e-9));
    }
}
