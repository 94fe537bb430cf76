package kr.dangol.recommendation.claude;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AnswerReaderTest {

    private static final String TEXT =
            """
            {"low-online": {"title": "첫눈 😀 \\"꽃\\" 한 송이", "cost": 250000, "list": [1, {"a": []}]},
             "n": 3, "low-offline": {}, "trends": {"industry": "가나다"}}
            """;

    private final List<String> fields = new ArrayList<>();
    private final AnswerReader reader =
            new AnswerReader((name, value) -> fields.add(name + "=" + value));

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void readsTheSameFieldsHoweverTheTextWasCut(long seed) {
        var random = new Random(seed);
        for (var at = 0; at < TEXT.length(); ) {
            var end = Math.min(TEXT.length(), at + 1 + random.nextInt(4));
            reader.feed(TEXT.substring(at, end));
            at = end;
        }
        assertThat(reader.isBroken()).isFalse();
        assertThat(fields)
                .containsExactly(
                        "low-online={\"title\":\"첫눈 😀 \\\"꽃\\\" 한 송이\",\"cost\":250000,\"list\":[1,{\"a\":[]}]}",
                        "n=3",
                        "low-offline={}",
                        "trends={\"industry\":\"가나다\"}");
    }

    @Test
    void handsAFieldOverAsSoonAsItCloses() {
        reader.feed("{\"low-online\":{\"title\":\"가\"");
        assertThat(fields).isEmpty();
        reader.feed("}");
        assertThat(fields).hasSize(1);
    }

    @Test
    void keepsWhatWasReadBeforeTheTextBroke() {
        reader.feed("{\"a\":{\"b\":1},\"c\":{\"d\" oops");
        assertThat(reader.isBroken()).isTrue();
        assertThat(fields).containsExactly("a={\"b\":1}");
        reader.feed("{\"e\":{}}");
        assertThat(fields).hasSize(1);
    }

    @Test
    void textThatIsNoJsonAtAllIsBroken() {
        reader.feed("죄송하지만 도와드릴 수 없어요");
        assertThat(reader.isBroken()).isTrue();
        assertThat(fields).isEmpty();
    }
}
