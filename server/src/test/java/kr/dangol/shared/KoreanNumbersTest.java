package kr.dangol.shared;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class KoreanNumbersTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '=',
            value = {
                "450% = 450",
                "450 % = 450",
                "450 = 450",
                "450퍼센트 = 450",
                "약 450프로 = 450",
                "1,200% = 1200",
                "-30% = -30",
                "−30 = -30",
                "+120% = 120",
                "4.5배 = 350",
                "1배 = 0",
                "0.5배 = -50",
                "12.6% = 13",
            })
    void readsPercent(String text, int percent) {
        assertThat(KoreanNumbers.percent(text)).hasValue(percent);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '=',
            value = {
                "180 = 180",
                "1,200명 = 1200",
                "약 1천2백 명 = 1200",
                "1.2만명 = 12000",
                "350여 명 = 350",
                "30팀 = 30",
                "백 명 = 100",
            })
    void readsCounts(String text, int count) {
        assertThat(KoreanNumbers.count(text)).hasValue(count);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "많음", "10~20명", "%", "두 배", "1/2", "99999999999"})
    void refusesWhatIsNoNumber(String text) {
        assertThat(KoreanNumbers.count(text)).isEmpty();
        assertThat(KoreanNumbers.percent(text)).isEmpty();
    }
}
