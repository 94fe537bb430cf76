package kr.dangol.event;

import static kr.dangol.event.SampleEvents.PREDICTION;
import static kr.dangol.event.SampleEvents.figures;
import static org.assertj.core.api.Assertions.assertThat;

import kr.dangol.shared.Won;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AccuracyTest {

    @Test
    void isTheErrorRelativeToWhatCame() {
        var accuracy = Accuracy.of(PREDICTION, figures(200, 400));
        assertThat(accuracy.participantsError()).isEqualTo(0.1);
        assertThat(accuracy.roiError()).isEqualTo(0.25);
        assertThat(accuracy.participantsWithinRange()).isTrue();
        assertThat(accuracy.roiWithinRange()).isTrue();
    }

    @Test
    void isUnknownWhereNothingCame() {
        var accuracy = Accuracy.of(PREDICTION, figures(0, 0));
        assertThat(accuracy.participantsError()).isNull();
        assertThat(accuracy.roiError()).isNull();
        assertThat(accuracy.participantsWithinRange()).isFalse();
    }

    @Test
    void isPositiveForALoss() {
        assertThat(Accuracy.of(PREDICTION, figures(10, -50)).roiError()).isEqualTo(11.0);
    }

    @ParameterizedTest
    @CsvSource({"119, false", "120, true", "260, true", "261, false"})
    void rangeIncludesItsEnds(int participants, boolean within) {
        assertThat(Accuracy.of(PREDICTION, figures(participants, 1)).participantsWithinRange())
                .isEqualTo(within);
    }

    @ParameterizedTest
    @CsvSource({
        "1500000, 250000, 500",
        "250000, 250000, 0",
        "0, 250000, -100",
        "1000000, 300000, 233",
        "1, 10000000000, -100"
    })
    void roiFollowsFromRevenue(long revenue, long cost, int roi) {
        assertThat(Figures.roiOf(Won.of(revenue), Won.of(cost))).isEqualTo(roi);
    }
}
