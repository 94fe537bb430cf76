package kr.dangol.recommendation.claude;

import java.time.Duration;
import java.util.EnumSet;
import kr.dangol.experiment.Experiments;
import kr.dangol.languagemodel.LanguageModel;
import kr.dangol.languagemodel.ModelRequest;
import kr.dangol.platform.Deadline;
import kr.dangol.shared.Slot;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;

/// Asks for a few tokens before the process takes requests, once for each schema we use: the first
/// call of a client loads a second's worth of classes, the vendor compiles a schema's grammar at
/// its first use, and the system prompt is cached from then on. A wrong key shows here, at the
/// start. The vendor forgets a grammar after a day without use, which a shop's quiet night does not
/// reach.
final class ClaudeWarmUp implements ApplicationRunner {

    private static final int FEW_TOKENS = 16;
    private static final Duration AT_MOST = Duration.ofSeconds(8);

    private final LanguageModel model;
    private final Experiments experiments;

    ClaudeWarmUp(LanguageModel model, Experiments experiments) {
        this.model = model;
        this.experiments = experiments;
    }

    @Override
    public void run(ApplicationArguments arguments) {
        var writer = experiments.standardWriter();
        if (writer.promptVersion() == null) {
            return;
        }
        var system = experiments.prompt(writer.promptVersion()).systemText();
        ask(system, writer.model(), true);
        ask(system, writer.model(), false);
    }

    private void ask(String system, @Nullable String modelId, boolean withTrends) {
        model.ask(
                new ModelRequest(
                        "warm-up",
                        null,
                        system,
                        "준비 확인",
                        PlanSchema.of(EnumSet.allOf(Slot.class), withTrends),
                        FEW_TOKENS,
                        Deadline.in(AT_MOST),
                        modelId),
                _ -> {});
    }
}
