package kr.dangol.intake.text;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ScrubbedTest {

    @Test
    void stripsMarkupBeforeEntities() {
        assertThat(Scrubbed.of("<b>역삼동</b> 국수집 &quot;추천&quot; 3 &lt; 5"))
                .isEqualTo("역삼동 국수집 \"추천\" 3 < 5");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "문의 010-1234-5678 주세요",
                "문의 01012345678 주세요",
                "문의 010.1234.5678 주세요",
                "문의 02-123-4567 주세요",
                "문의 031 123 4567 주세요",
                "문의 +82 10-1234-5678 주세요",
                "문의 0507-1234-5678 주세요",
                "문의 hello.shop@example.co.kr 주세요",
                "문의 @cafe_dangol.kr 주세요",
                "문의 https://open.kakao.com/o/abc 주세요"
            })
    void takesOutWhatLeadsToAPerson(String text) {
        assertThat(Scrubbed.of(text)).isEqualTo("문의 주세요");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "11월 20일부터 30일까지 선착순 100명",
                "참여자 1,200명, 매출 450% 올랐어요",
                "비용 300,000원으로 2026-11-20 시작",
                "아메리카노 4500원 → 2000원"
            })
    void leavesFiguresAlone(String text) {
        assertThat(Scrubbed.of(text)).isEqualTo(text);
    }
}
