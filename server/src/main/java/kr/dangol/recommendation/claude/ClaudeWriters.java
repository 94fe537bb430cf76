package kr.dangol.recommendation.claude;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import kr.dangol.experiment.Experiments;
import kr.dangol.experiment.Writer;
import kr.dangol.languagemodel.LanguageModel;
import kr.dangol.recommendation.drafting.ConfiguredWriter;
import kr.dangol.recommendation.drafting.ConfiguredWriters;
import kr.dangol.recommendation.drafting.Engine;

/// Claude with any version of the prompt and any configured model. Each is its own engine, so that
/// a new prompt never answers with an old one's plans. What has served cannot be edited any more: a
/// writer once made stays right.
final class ClaudeWriters implements ConfiguredWriters {

    private final LanguageModel model;
    private final Experiments experiments;
    private final Map<Writer, ConfiguredWriter> made = new ConcurrentHashMap<>();

    ClaudeWriters(LanguageModel model, Experiments experiments) {
        this.model = model;
        this.experiments = experiments;
    }

    @Override
    public ConfiguredWriter of(Writer writer) {
        return made.computeIfAbsent(writer, this::make);
    }

    private ConfiguredWriter make(Writer writer) {
        var words = experiments.prompt(String.valueOf(writer.promptVersion()));
        var prompt = new PlanPrompt(words.version(), words.basedOn(), words.systemText());
        var id = writer.model() == null ? model.modelId().orElseThrow() : writer.model();
        return new ConfiguredWriter(
                new Engine("claude", id, prompt.version()),
                new ClaudePlanWriter(model, id, prompt));
    }
}
