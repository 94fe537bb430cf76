package kr.dangol.intake.web;

import kr.dangol.intake.source.Pause;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Primary;

/// Asks again at once after a passing fault. Imported by name: nested ones are not found where
/// classes are named.
@TestConfiguration(proxyBeanMethods = false)
class NoPauses {

    @Bean
    @Primary
    Pause noPause() {
        return _ -> {};
    }
}
