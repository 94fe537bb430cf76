package kr.dangol.recommendation.serving;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WishTest {

    @ParameterizedTest
    @CsvSource({
        "20대 손님이 더 왔으면 좋겠어요, 20대 손님이 더 왔으면 좋겠어요",
        "010-1234-5678로 알려 주세요, 로 알려 주세요",
        "문의 02)123이 아니라 0212345678, 문의 02)123이 아니라",
        "메일은 owner@example.com 이에요, 메일은 이에요",
        "https://smartstore.example.com/a 참고, 참고",
        "사업자 120-81-47521 입니다, 사업자 입니다",
        "단골고깃집 3주년을 알리고 싶어요, 우리 가게 3주년을 알리고 싶어요",
        "2026-12-24부터 3000000원 안에서, 2026-12-24부터 3000000원 안에서"
    })
    void dropsWhatTellsWhoseItIsAndNothingElse(String text, String cleaned) {
        assertThat(Wish.cleaned(text, "단골고깃집")).isEqualTo(cleaned);
    }

    @Test
    void putsItOnOneLine() {
        assertThat(Wish.cleaned("  가족 손님\n\n 위주로\t요 ", null)).isEqualTo("가족 손님 위주로 요");
    }

    @Test
    void dropsMarkup() {
        assertThat(Wish.cleaned("<b>커피</b>를 <script>주고 싶어요", null)).isEqualTo("커피 를 주고 싶어요");
    }

    @Test
    void isEmptyWhenThereIsNone() {
        assertThat(Wish.cleaned(null, "단골")).isEmpty();
    }
}
