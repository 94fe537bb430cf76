package kr.dangol.casebook.pinecone;

import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import kr.dangol.casebook.jdbc.Precedents;
import kr.dangol.casebook.outside.OutsideHealth;
import kr.dangol.casebook.outside.OutsideService;
import kr.dangol.casebook.search.SearchUnavailable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.autoconfigure.condition.ConditionalOnExpression;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.ApplicationListener;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;

/// Present with `PINECONE_API_KEY`.
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(PineconeProperties.class)
@ConditionalOnExpression("!'${dangol.casebook.pinecone.api-key:}'.isBlank()")
class PineconeConfiguration {

    private static final Logger LOG = LoggerFactory.getLogger(PineconeConfiguration.class);
    private static final Duration GREETING_TIME = Duration.ofSeconds(5);

    @Bean
    OutsideService pinecone(PineconeProperties properties) {
        var environment = properties.environment();
        if (environment != null && !environment.isBlank()) {
            LOG.info("PINECONE_ENV is ignored: today's Pinecone has no environments");
        }
        var key = String.valueOf(properties.apiKey()).strip();
        return new OutsideService("PINECONE_API_KEY", Map.of("Api-Key", key));
    }

    @Bean
    OutsideHealth pineconeHealthIndicator(OutsideService pinecone) {
        return new OutsideHealth(pinecone);
    }

    @Bean
    PineconeControl pineconeControl(OutsideService pinecone, PineconeProperties properties) {
        return new PineconeControl(pinecone, properties);
    }

    @Bean
    PineconeEditions pineconeEditions(
            PineconeControl control,
            PineconeProperties properties,
            Precedents precedents,
            JdbcClient jdbc,
            Clock clock) {
        return new PineconeEditions(control, properties.index(), precedents.book(), jdbc, clock);
    }

    /// A wrong key is said at start and not with the first question.
    @Bean
    ApplicationListener<ApplicationReadyEvent> pineconeGreeting(PineconeControl control) {
        return ready ->
                Thread.startVirtualThread(() -> {
                    try {
                        control.greet(GREETING_TIME);
                    } catch (SearchUnavailable unavailable) {
                        LOG.info("Pinecone does not answer yet: {}", unavailable.getMessage());
                    }
                });
    }
}
