package kr.dangol.languagemodel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import kr.dangol.languagemodel.LanguageModelProperties.Price;
import kr.dangol.languagemodel.ModelAnswer.TokenUsage;
import org.junit.jupiter.api.Test;

class PriceTableTest {

    private static final LocalDate OCTOBER = LocalDate.of(2026, 10, 7);
    private static final LocalDate DECEMBER = LocalDate.of(2026, 12, 1);

    private final PriceTable prices =
            new PriceTable(
                    List.of(price(OCTOBER, "0.10", "0.50"), price(DECEMBER, "0.20", "1.00")),
                    1_400);

    @Test
    void cachedTokensHaveTheirOwnPrice() {
        // 800 × 0.10 + 1,000 × 0.125 + 2,200 × 0.01 + 700 × 0.50
        assertThat(prices.microUsd("haiku", OCTOBER, new TokenUsage(800, 1_000, 2_200, 700, false)))
                .isEqualTo(577);
    }

    @Test
    void takesThePriceOfTheDay() {
        var usage = new TokenUsage(1_000, 0, 0, 0, false);
        assertThat(prices.microUsd("haiku", DECEMBER.minusDays(1), usage)).isEqualTo(100);
        assertThat(prices.microUsd("haiku", DECEMBER, usage)).isEqualTo(200);
    }

    @Test
    void aLongPromptIsChargedAsAWhole() {
        assertThat(prices.microUsd("haiku", OCTOBER, new TokenUsage(100_000, 0, 0, 10, false)))
                .isEqualTo(10_005);
        assertThat(prices.microUsd("haiku", OCTOBER, new TokenUsage(100_001, 0, 0, 10, false)))
                .isEqualTo(50_026);
    }

    @Test
    void noCallLooksFree() {
        assertThat(prices.krw(1)).isEqualTo(1);
        assertThat(prices.krw(0)).isZero();
    }

    @Test
    void aModelWithoutAPriceIsNotAsked() {
        assertThatThrownBy(
                        () -> prices.microUsd("other", OCTOBER, new TokenUsage(1, 0, 0, 1, false)))
                .hasMessageContaining("other");
    }

    private static Price price(LocalDate from, String input, String output) {
        return new Price(
                "haiku",
                from,
                new BigDecimal(input),
                new BigDecimal(output),
                new BigDecimal("0.01"),
                100_000L,
                new BigDecimal("0.50"),
                new BigDecimal("2.50"),
                new BigDecimal("0.05"));
    }
}
