package kr.dangol.insight.measures;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.YearMonth;
import kr.dangol.insight.measures.Bill.FixedCost;
import org.junit.jupiter.api.Test;

class InsightPropertiesTest {

    @Test
    void readsWonByName() {
        var properties = new InsightProperties("Pinecone=98000, Redis = 17136", 1000L);

        assertThat(properties.fixedCosts())
                .containsExactly(new FixedCost("Pinecone", 98_000), new FixedCost("Redis", 17_136));
        assertThat(properties.monthlyBudget(YearMonth.of(2026, 11))).isEqualTo(30_000);
    }

    @Test
    void nothingCostsNothing() {
        assertThat(new InsightProperties("", null).fixedCosts()).isEmpty();
        assertThat(new InsightProperties(null, null).monthlyBudget(YearMonth.of(2026, 11)))
                .isNull();
    }

    @Test
    void refusesWhatItCannotRead() {
        assertThatThrownBy(() -> new InsightProperties("Redis=12.24", null))
                .hasMessageContaining("Redis=12.24");
    }
}
