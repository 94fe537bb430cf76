package kr.dangol.shared;

import static org.assertj.core.api.Assertions.assertThat;

import java.text.Normalizer;
import org.junit.jupiter.api.Test;

class KoreanTextTest {

    @Test
    void composesDecomposedSyllables() {
        var decomposed = Normalizer.normalize("봄맞이", Normalizer.Form.NFD);
        assertThat(decomposed).isNotEqualTo("봄맞이");
        assertThat(KoreanText.clean(decomposed)).isEqualTo("봄맞이");
    }

    @Test
    void dropsMarkupControlAndBidirectionalCharacters() {
        assertThat(KoreanText.clean("<b>봄</b>\u0000맞이\u202e \u200b이벤트<script>"))
                .isEqualTo("봄 맞이 이벤트");
    }

    @Test
    void dropsTagsOfAnyLengthAndThoseThatNeverEnd() {
        assertThat(KoreanText.clean("봄<a href=\"" + "x".repeat(300) + "\">맞이")).isEqualTo("봄 맞이");
        assertThat(KoreanText.clean("봄맞이 <script src=x")).isEqualTo("봄맞이 script src=x");
    }

    @Test
    void fillersAreNothing() {
        assertThat(KoreanText.clean("\u3164\u115f\uffa0")).isEmpty();
    }

    @Test
    void keepsWhatOnlyLooksLikeMarkup() {
        assertThat(KoreanText.clean("1 < 2 그리고 3 > 2")).isEqualTo("1 < 2 그리고 3 > 2");
    }

    @Test
    void keysIgnoreSpacingCaseAndSigns() {
        assertThat(KoreanText.key("P C방·VR")).isEqualTo(KoreanText.key("pc방 vr"));
    }
}
