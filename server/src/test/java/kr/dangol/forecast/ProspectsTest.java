package kr.dangol.forecast;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import kr.dangol.shared.Won;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ProspectsTest {

    private static final Won COST = Won.of(300_000);

    private static Prospects prospects(int roi, int low, int high, int margin) {
        var forecast =
                new Forecast(
                        new Estimate(100, 60, 150), new Estimate(roi, low, high), 5, 5, "", "v");
        return Prospects.of(forecast, COST, margin);
    }

    @Test
    void profitIsMarginOfTheExtraRevenueLessTheCost() {
        assertThat(prospects(300, 100, 600, 50).profit()).isEqualTo(Won.of(300_000));
        assertThat(prospects(0, -50, 100, 50).profit()).isEqualTo(Won.of(-150_000));
        assertThat(prospects(-100, -100, -50, 50).profit()).isEqualTo(Won.of(-300_000));
    }

    @ParameterizedTest
    @CsvSource({
        "400, 250, 650, 50, LOW",
        "130, 40, 280, 50, MEDIUM",
        "100, 20, 230, 50, MEDIUM",
        "80, 10, 200, 50, HIGH",
        "-100, -100, -100, 50, HIGH",
        "100, 100, 100, 100, LOW"
    })
    void riskIsTheChanceThatRevenueTimesMarginStaysBelowTheCost(
            int roi, int low, int high, int margin, LossRisk risk) {
        assertThat(prospects(roi, low, high, margin).lossRisk()).isEqualTo(risk);
    }

    @Test
    void breaksEvenWhereTheMarginOfAllParticipantsPaysTheCost() {
        assertThat(prospects(300, 100, 600, 50).breakEvenParticipants()).isEqualTo(50);
        assertThat(prospects(0, -50, 100, 50).breakEvenParticipants()).isEqualTo(200);
        assertThat(prospects(-100, -100, -50, 50).breakEvenParticipants()).isGreaterThan(100);
    }

    @Test
    void advisesRestOnlyWhenEveryPlanWouldProbablyLose() {
        var good = prospects(400, 250, 650, 50);
        var bad = prospects(0, -50, 60, 40);
        assertThat(RestAdvice.of(List.of(bad, bad))).isPresent();
        assertThat(RestAdvice.of(List.of(bad, good))).isEmpty();
        assertThat(RestAdvice.of(List.of())).isEmpty();
    }
}
