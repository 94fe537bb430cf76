package kr.dangol.intake.reading;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/// Chooses who reads texts.
@Configuration(proxyBeanMethods = false)
class ReadingConfiguration {

    @Bean
    CaseReader caseReader() {
        return new RuleReader();
    }
}
