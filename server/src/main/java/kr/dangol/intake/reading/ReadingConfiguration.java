package kr.dangol.intake.reading;

import kr.dangol.languagemodel.LanguageModel;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/// Who reads texts: the rules, and the language model after them where one is configured.
@Configuration(proxyBeanMethods = false)
class ReadingConfiguration {

    @Bean
    CaseReader caseReader(LanguageModel model) {
        var rules = new RuleReader();
        return model.modelId().isPresent() ? new ModelReader(rules, model) : rules;
    }
}
