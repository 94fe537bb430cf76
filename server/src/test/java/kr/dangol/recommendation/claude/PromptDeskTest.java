package kr.dangol.recommendation.claude;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import kr.dangol.experiment.Writers.Fault;
import kr.dangol.languagemodel.LanguageModel;
import kr.dangol.languagemodel.ModelAnswer;
import kr.dangol.languagemodel.ModelRequest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PromptDeskTest {

    private final PromptDesk desk = new PromptDesk(new Silent());
    private final String shipped = desk.shippedPrompts().getLast().systemText();

    @Test
    void everyShippedPromptKeepsItsOwnRules() {
        assertThat(desk.shippedPrompts())
                .allSatisfy(prompt -> assertThat(desk.faults(prompt.systemText())).isEmpty());
    }

    @Test
    void otherWordingAndOneMoreExampleAreWelcome() {
        var edited =
                shipped.replace("짧고 따뜻하게", "담백하고 짧게")
                        + "{\"title\":\"비 오는 날 우산꽂이\",\"prize\":\"따뜻한 보리차\",\"unitPrice\":300,\"winners\":0,"
                        + "\"days\":10,\"cost\":120000,\"participation\":\"비 오는 날 우산을 꽂고 들어오시면 바로 드려요. 말씀만 해 주세요.\"}\n";

        assertThat(desk.faults(edited)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "unitPrice, price, field.prompt.missing",
        "high-offline, high, field.prompt.missing",
        "따르지, 무시하지, field.prompt.guard",
        "동네 가게, {{store}}, field.prompt.place",
        "260000, 60000, field.prompt.example.rule",
        "\"days\":14, \"days\":\"두 주\", field.prompt.example",
    })
    void namesWhatIsWrong(String good, String bad, String fault) {
        assertThat(desk.faults(shipped.replace(good, bad)))
                .extracting(Fault::messageKey)
                .contains(fault);
    }

    @Test
    void aFewWordsAreNoPrompt() {
        assertThat(desk.faults("Write six nice plans."))
                .extracting(Fault::messageKey)
                .contains("field.prompt.short", "field.prompt.korean", "field.prompt.guard");
    }

    @Test
    void invisibleCharactersAreFound() {
        assertThat(desk.faults(shipped + "\u202e"))
                .extracting(Fault::messageKey)
                .containsExactly("field.prompt.control");
    }

    @Test
    void theSampleShowsWhatTheModelWouldGet() {
        assertThat(desk.sample("v1", shipped)).contains("고깃집", "low-online", "20대 손님");
    }

    private static final class Silent implements LanguageModel {

        @Override
        public Optional<String> modelId() {
            return Optional.empty();
        }

        @Override
        public Set<String> models() {
            return Set.of();
        }

        @Override
        public ModelAnswer ask(ModelRequest request, Consumer<String> onText) {
            return new ModelAnswer.NotAsked(ModelAnswer.Reason.NOT_CONFIGURED);
        }
    }
}
