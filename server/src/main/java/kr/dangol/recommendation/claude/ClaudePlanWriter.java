package kr.dangol.recommendation.claude;

import java.time.Duration;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import kr.dangol.languagemodel.LanguageModel;
import kr.dangol.languagemodel.ModelAnswer;
import kr.dangol.languagemodel.ModelAnswer.Asked;
import kr.dangol.languagemodel.ModelAnswer.Ending;
import kr.dangol.languagemodel.ModelAnswer.NotAsked;
import kr.dangol.languagemodel.ModelRequest;
import kr.dangol.recommendation.planning.PlanDraft;
import kr.dangol.recommendation.planning.PlanWriter;
import kr.dangol.recommendation.planning.WritingReport;
import kr.dangol.recommendation.planning.WritingReport.Shortfall;
import kr.dangol.recommendation.planning.WritingReport.TrendWording;
import kr.dangol.recommendation.planning.WritingReport.Usage;
import kr.dangol.recommendation.planning.WritingTask;
import kr.dangol.shared.Slot;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/// Plans in Claude's words, by one streaming call whose answer is read while it is written.
final class ClaudePlanWriter implements PlanWriter {

    /// Six plans and the trends take about 1,100 tokens; the rest is room for a talkative day.
    private static final int MAX_TOKENS = 2_000;

    /// The call ends this much before the task does, so that its report still comes in time.
    private static final Duration TO_REPORT = Duration.ofMillis(150);

    private final LanguageModel model;
    private final String modelId;
    private final PlanPrompt prompt;

    /// @param modelId one of the configured models
    ClaudePlanWriter(LanguageModel model, String modelId, PlanPrompt prompt) {
        this.model = model;
        this.modelId = modelId;
        this.prompt = prompt;
    }

    @Override
    public WritingReport write(WritingTask task, Set<Slot> wanted, Consumer<PlanDraft> sink) {
        var answer = new Answer(task, wanted, sink);
        var reader = new AnswerReader(answer::take);
        var ending = model.ask(request(task, wanted), reader::feed);
        return report(ending, answer);
    }

    private ModelRequest request(WritingTask task, Set<Slot> wanted) {
        return new ModelRequest(
                "plans",
                task.owner(),
                prompt.system(),
                prompt.user(task, wanted),
                PlanSchema.of(wanted, task.wantsTrends()),
                MAX_TOKENS,
                task.deadline().earlierBy(TO_REPORT),
                modelId);
    }

    private WritingReport report(ModelAnswer ending, Answer answer) {
        return new WritingReport(
                shortfall(ending, answer),
                modelId,
                prompt.version(),
                usage(ending),
                answer.trends.get());
    }

    private static Shortfall shortfall(ModelAnswer ending, Answer answer) {
        if (answer.isComplete()) {
            return Shortfall.NONE;
        }
        return switch (ending) {
            case Asked asked ->
                    asked.ending() == Ending.TIMED_OUT ? Shortfall.TOO_SLOW : Shortfall.UNAVAILABLE;
            case NotAsked notAsked ->
                    switch (notAsked.reason()) {
                        case RATE_LIMITED -> Shortfall.RATE_LIMITED;
                        case OVER_BUDGET -> Shortfall.OVER_BUDGET;
                        case TOO_LATE -> Shortfall.TOO_SLOW;
                        case NOT_CONFIGURED, KEY_REFUSED, RESTING -> Shortfall.UNAVAILABLE;
                    };
        };
    }

    private static Usage usage(ModelAnswer ending) {
        return ending instanceof Asked asked
                ? new Usage(
                        asked.usage().totalInputTokens(),
                        asked.usage().cacheReadTokens(),
                        asked.usage().outputTokens(),
                        asked.costKrw())
                : Usage.NONE;
    }

    /// What was read of one answer.
    private static final class Answer {

        private final WritingTask task;
        private final Set<Slot> missing;
        private final Consumer<PlanDraft> sink;
        private final AtomicReference<@Nullable TrendWording> trends = new AtomicReference<>();

        Answer(WritingTask task, Set<Slot> wanted, Consumer<PlanDraft> sink) {
            this.task = task;
            this.missing = new HashSet<>(wanted);
            this.sink = sink;
        }

        boolean isComplete() {
            return missing.isEmpty();
        }

        void take(String field, JsonNode value) {
            if (field.equals(PlanSchema.TRENDS)) {
                TrendCheck.accepted(value, task.trends()).ifPresent(trends::set);
                return;
            }
            Slot.find(field)
                    .filter(missing::contains)
                    .flatMap(slot -> draft(slot, value))
                    .ifPresent(this::handOver);
        }

        private void handOver(PlanDraft draft) {
            missing.remove(draft.slot());
            sink.accept(draft);
        }

        private static Optional<PlanDraft> draft(Slot slot, JsonNode value) {
            return WrittenPlan.read(value).map(plan -> plan.toDraft(slot));
        }
    }
}
