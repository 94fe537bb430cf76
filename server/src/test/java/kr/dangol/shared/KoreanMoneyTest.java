package kr.dangol.shared;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class KoreanMoneyTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '=',
            value = {
                "30만원 = 300000",
                "30만 원 = 300000",
                "약 30만 원 = 300000",
                "30만원 정도 = 300000",
                "총 150만원 = 1500000",
                "1.5백만 = 1500000",
                "2.5만원 = 25000",
                "3천만원 = 30000000",
                "3천 = 3000",
                "1억 2천 = 120000000",
                "1억 2천만원 = 120000000",
                "1억5000만원 = 150000000",
                "1억 = 100000000",
                "250,000원 = 250000",
                "250,000 = 250000",
                "250000 = 250000",
                "₩50,000 = 50000",
                "KRW 50,000 = 50000",
                "25만5천원 = 255000",
                "25만 5,000원 = 255000",
                "5천5백원 = 5500",
                "이십오만원 = 250000",
                "삼백만 원 = 3000000",
                "만원 = 10000",
                "백만원 = 1000000",
                "10만원대 = 100000",
                "50만원 이하 = 500000",
                "0원 = 0",
                "0만원 = 0",
                "무료 = 0",
                "３０만원 = 300000",
            })
    void readsWhatPeopleWrite(String text, long won) {
        assertThat(KoreanMoney.parse(text)).contains(Won.of(won));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "미정",
                "10~20만원",
                "30만원~50만원",
                "$300",
                "30만원 + 쿠폰",
                "1,00,000",
                "12.34.5",
                "만만원",
                "5 5",
                "3천2천",
                "1만2억",
                "9999999999999999999",
                "-",
                "NaN",
                "1e6"
            })
    void refusesWhatIsNoSingleAmount(String text) {
        assertThat(KoreanMoney.parse(text)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '=',
            value = {
                "0 = 0원",
                "900 = 900원",
                "3500 = 3,500원",
                "10000 = 1만원",
                "250000 = 25만원",
                "255000 = 25만 5천원",
                "1500000 = 150만원",
                "1234567 = 약 123만 5천원",
                "9999 = 9,999원",
                "10000000 = 1,000만원",
                "99999600 = 약 1억원",
                "120000000 = 1억 2,000만원",
                "100004000 = 약 1억원",
                "-250000 = -25만원",
            })
    void speaksAsPeopleDo(long won, String spoken) {
        assertThat(KoreanMoney.spoken(Won.of(won))).isEqualTo(spoken);
    }

    @Test
    void readsBackWhatItSpeaks() {
        var seed = System.nanoTime();
        var random = new Random(seed);
        for (int i = 0; i < 2_000; i++) {
            var won = Won.of(random.nextLong(100_000) * 1_000);
            assertThat(KoreanMoney.parse(KoreanMoney.spoken(won)))
                    .as("%s (seed %d)", won, seed)
                    .contains(won);
        }
    }
}
