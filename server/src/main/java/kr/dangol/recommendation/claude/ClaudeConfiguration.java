package kr.dangol.recommendation.claude;

import java.time.Clock;
import kr.dangol.languagemodel.LanguageModel;
import kr.dangol.recommendation.drafting.ConfiguredWriter;
import kr.dangol.recommendation.drafting.Engine;
import org.springframework.boot.autoconfigure.condition.ConditionalOnExpression;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/// Claude stands before the built-in planner wherever its key is set.
@Configuration(proxyBeanMethods = false)
@ConditionalOnExpression("!'${dangol.languagemodel.api-key:}'.isBlank()")
class ClaudeConfiguration {

    /// Part of the cache key: a new prompt must not answer with an old one's plans.
    private static final String PROMPT_VERSION = "v1";

    @Bean
    ConfiguredWriter claude(LanguageModel model) {
        var prompt = new PlanPrompt(PROMPT_VERSION);
        return new ConfiguredWriter(
                new Engine("claude", model.modelId().orElseThrow(), prompt.version()),
                new ClaudePlanWriter(model, prompt));
    }

    @Bean
    ClaudeWarmUp claudeWarmUp(LanguageModel model, Clock clock) {
        return new ClaudeWarmUp(model, new PlanPrompt(PROMPT_VERSION), clock);
    }
}
