package kr.dangol.platform.session;

import java.time.Duration;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.session.config.annotation.web.http.EnableSpringHttpSession;

@Configuration(proxyBeanMethods = false)
@EnableSpringHttpSession
class SessionConfiguration {

    @Bean
    KeptSessions sessionRepository(
            SessionTable table,
            SessionCopies copies,
            @Value("${spring.session.timeout}") Duration longestPause) {
        return new KeptSessions(table, copies, longestPause);
    }
}
