package kr.dangol.recommendation.claude;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import kr.dangol.languagemodel.LanguageModel;
import kr.dangol.languagemodel.ModelAnswer;
import kr.dangol.languagemodel.ModelAnswer.Asked;
import kr.dangol.languagemodel.ModelAnswer.Ending;
import kr.dangol.languagemodel.ModelAnswer.NotAsked;
import kr.dangol.languagemodel.ModelAnswer.Reason;
import kr.dangol.languagemodel.ModelAnswer.TokenUsage;
import kr.dangol.languagemodel.ModelRequest;
import kr.dangol.recommendation.planning.PlanDraft;
import kr.dangol.recommendation.planning.WritingReport;
import kr.dangol.recommendation.planning.WritingReport.Shortfall;
import kr.dangol.shared.Slot;
import kr.dangol.shared.Won;
import org.junit.jupiter.api.Test;

class ClaudePlanWriterTest {

    private static final Set<Slot> ALL = EnumSet.allOf(Slot.class);
    private static final String SOUND_TRENDS =
            """
            {"industry":"한식 음식점은 전국에 359,832곳으로 음식점 가운데 가장 많아요.",
             "location":"사례집에 모인 서울 음식점 이벤트는 48건이에요.",
             "season":"크리스마스까지 5일 남아서 모임 손님을 맞기 좋아요."}
            """;

    private final List<PlanDraft> plans = new ArrayList<>();

    @Test
    void handsOverSixPlansAndTheTrends() {
        var report = write(answer(ALL, SOUND_TRENDS), asked(Ending.COMPLETE));

        assertThat(plans).extracting(PlanDraft::slot).containsExactly(Slot.values());
        assertThat(plans.getFirst().cost()).isEqualTo(Won.of(270_000));
        assertThat(plans.getFirst().winners()).isEqualTo(30);
        assertThat(report.shortfall()).isEqualTo(Shortfall.NONE);
        assertThat(report.trends()).isNotNull();
        assertThat(report.usage()).isEqualTo(new WritingReport.Usage(3000, 2200, 900, 1));
    }

    @Test
    void aTrendWithANumberOfItsOwnIsDropped() {
        var report =
                write(answer(ALL, SOUND_TRENDS.replace("48", "4,800")), asked(Ending.COMPLETE));

        assertThat(report.trends()).isNull();
        assertThat(plans).hasSize(6);
    }

    @Test
    void keepsThePlansThatClosedBeforeTheCut() {
        var whole = answer(ALL, SOUND_TRENDS);
        var cut = whole.substring(0, whole.indexOf("\"medium-offline\"") + 40);

        var report = write(cut, asked(Ending.TIMED_OUT));

        assertThat(plans)
                .extracting(PlanDraft::slot)
                .containsExactly(Slot.LOW_ONLINE, Slot.LOW_OFFLINE, Slot.MEDIUM_ONLINE);
        assertThat(report.shortfall()).isEqualTo(Shortfall.TOO_SLOW);
    }

    @Test
    void aPlanWithAMissingOrWrongFieldIsAsGoodAsNotWritten() {
        var text = answer(ALL, SOUND_TRENDS).replaceFirst("\"days\":14", "\"days\":\"two weeks\"");

        var report = write(text, asked(Ending.COMPLETE));

        assertThat(plans).hasSize(5).extracting(PlanDraft::slot).doesNotContain(Slot.LOW_ONLINE);
        assertThat(report.shortfall()).isEqualTo(Shortfall.UNAVAILABLE);
    }

    @Test
    void writesOnlyWhatIsWanted() {
        write(answer(ALL, SOUND_TRENDS), asked(Ending.COMPLETE), Set.of(Slot.HIGH_OFFLINE));

        assertThat(plans).extracting(PlanDraft::slot).containsExactly(Slot.HIGH_OFFLINE);
    }

    @Test
    void saysWhyItWasNotAsked() {
        assertThat(write("", new NotAsked(Reason.RATE_LIMITED)).shortfall())
                .isEqualTo(Shortfall.RATE_LIMITED);
        assertThat(write("", new NotAsked(Reason.OVER_BUDGET)).shortfall())
                .isEqualTo(Shortfall.OVER_BUDGET);
        assertThat(write("", new NotAsked(Reason.RESTING)).shortfall())
                .isEqualTo(Shortfall.UNAVAILABLE);
        assertThat(write("", new NotAsked(Reason.TOO_LATE)).shortfall())
                .isEqualTo(Shortfall.TOO_SLOW);
    }

    private WritingReport write(String text, ModelAnswer ending) {
        return write(text, ending, ALL);
    }

    private WritingReport write(String text, ModelAnswer ending, Set<Slot> wanted) {
        plans.clear();
        var writer =
                new ClaudePlanWriter(
                        new Speaking(text, ending), "claude-haiku-5-5", PlanPrompt.shipped("v1"));
        return writer.write(Tasks.task(""), wanted, plans::add);
    }

    private static Asked asked(Ending ending) {
        return new Asked("claude-haiku-5-5", ending, new TokenUsage(800, 0, 2200, 900, false), 1);
    }

    private static String answer(Set<Slot> slots, String trends) {
        return Arrays.stream(Slot.values())
                .filter(slots::contains)
                .map(slot -> "\"%s\":%s".formatted(slot.key(), plan(slot)))
                .collect(Collectors.joining(",", "{", ",\"trends\":" + trends + "}"));
    }

    private static String plan(Slot slot) {
        return """
        {"title":"숯불 앞 첫 만남 %s","prize":"된장찌개","unitPrice":4000,"winners":30,"days":14,\
        "cost":270000,"participation":"처음 오신 날 말씀해 주세요. 된장찌개를 내어 드려요."}\
        """
                .formatted(slot.ordinal());
    }

    /// A model that says one text, piece by piece, and ends as told.
    private record Speaking(String text, ModelAnswer ending) implements LanguageModel {

        @Override
        public Optional<String> modelId() {
            return Optional.of("claude-haiku-5-5");
        }

        @Override
        public Set<String> models() {
            return Set.of("claude-haiku-5-5");
        }

        @Override
        public ModelAnswer ask(ModelRequest request, Consumer<String> onText) {
            text.codePoints().mapToObj(Character::toString).forEach(onText);
            return ending;
        }
    }
}
