package kr.dangol.casebook.cleaning;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class WordingTest {

    private static final String TEXT = "단골 도장판 채우기 아메리카노 한 잔 음료를 살 때마다 도장을 찍고 다섯 개가 모이면 한 잔을 드려요";

    @Test
    void spacingAndATypoMakeNoOtherCase() {
        assertThat(Wording.isNearOneOf(TEXT.replace(" ", ""), List.of(TEXT))).isTrue();
        assertThat(Wording.isNearOneOf(TEXT.replace("채우기", "채우지"), List.of(TEXT))).isTrue();
    }

    @Test
    void anotherPrizeMakesAnotherCase() {
        var other = TEXT.replace("아메리카노 한 잔", "치즈 케이크").replace("한 잔을", "케이크를");
        assertThat(Wording.isNearOneOf(other, List.of(TEXT))).isFalse();
        assertThat(Wording.isNearOneOf(TEXT, List.of())).isFalse();
    }
}
