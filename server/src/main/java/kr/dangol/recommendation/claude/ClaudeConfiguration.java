package kr.dangol.recommendation.claude;

import kr.dangol.experiment.Experiments;
import kr.dangol.languagemodel.LanguageModel;
import kr.dangol.recommendation.drafting.ConfiguredWriters;
import org.springframework.boot.autoconfigure.condition.ConditionalOnExpression;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/// Claude stands before the built-in planner wherever its key is set.
@Configuration(proxyBeanMethods = false)
@ConditionalOnExpression("!'${dangol.languagemodel.api-key:}'.isBlank()")
class ClaudeConfiguration {

    @Bean
    ConfiguredWriters claudeWriters(LanguageModel model, Experiments experiments) {
        return new ClaudeWriters(model, experiments);
    }

    @Bean
    ClaudeWarmUp claudeWarmUp(LanguageModel model, Experiments experiments) {
        return new ClaudeWarmUp(model, experiments);
    }
}
