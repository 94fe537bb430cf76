package kr.dangol.casebook.cleaning;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CleanTextTest {

    @ParameterizedTest
    @ValueSource(strings = {"가을 산책 도장판 채우기", "https://blog.example.com/a//b?c=1", "커피 1잔, 쿠키 2개!"})
    void leavesWhatIsClean(String text) {
        assertThat(CleanText.of(text)).isEqualTo(text);
    }

    @Test
    void takesDecorationAndRepetitionAway() {
        assertThat(CleanText.of("  ★쿠폰 2  장!!! ㅋㅋㅋㅋ <b>드려요</b>")).isEqualTo("쿠폰 2장! ㅋ 드려요");
    }

    /// A star in front is seen at once, so that the rest is looked at by every rule.
    @Test
    void theQuickLookAgreesWithTheRules() {
        var random = new Random(20261122);
        var letters = "가나잔개힣aZ09  !!?~.,^<>b/:-'★ㅋ１\u1100\u00a0\t";
        for (var draw = 0; draw < 20_000; draw++) {
            var text =
                    IntStream.range(0, 1 + random.nextInt(9))
                            .mapToObj(_ ->
                                    String.valueOf(
                                            letters.charAt(random.nextInt(letters.length()))))
                            .collect(Collectors.joining());
            assertThat(CleanText.of(text)).as("<%s>", text).isEqualTo(CleanText.of("★ " + text));
        }
    }
}
