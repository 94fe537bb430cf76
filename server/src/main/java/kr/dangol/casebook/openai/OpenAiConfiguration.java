package kr.dangol.casebook.openai;

import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import kr.dangol.casebook.openai.OpenAiEmbedder.KnownVector;
import kr.dangol.casebook.outside.OutsideHealth;
import kr.dangol.casebook.outside.OutsideService;
import kr.dangol.casebook.search.PrecedentText;
import kr.dangol.casebook.search.SearchUnavailable;
import kr.dangol.platform.CannotStart;
import kr.dangol.platform.cache.Caches;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.autoconfigure.condition.ConditionalOnExpression;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.ApplicationListener;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.transaction.support.TransactionTemplate;

/// Present with `OPENAI_API_KEY`.
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(OpenAiProperties.class)
@ConditionalOnExpression("!'${dangol.casebook.openai.api-key:}'.isBlank()")
class OpenAiConfiguration {

    private static final Logger LOG = LoggerFactory.getLogger(OpenAiConfiguration.class);
    private static final PrecedentText GREETING = PrecedentText.ofWords("안녕하세요");
    private static final Duration GREETING_TIME = Duration.ofSeconds(5);
    private static final Duration QUESTIONS_KEPT = Duration.ofHours(24);

    @Bean
    OutsideService openAi(OpenAiProperties properties) {
        var key = String.valueOf(properties.apiKey()).strip();
        return new OutsideService("OPENAI_API_KEY", Map.of("Authorization", "Bearer " + key));
    }

    @Bean
    OutsideHealth openAiHealthIndicator(OutsideService openAi) {
        return new OutsideHealth(openAi);
    }

    @Bean
    OpenAiEmbedders openAiEmbedders(
            OutsideService openAi,
            OpenAiProperties properties,
            Caches caches,
            ApplicationEventPublisher listeners,
            TransactionTemplate transactions,
            Clock clock) {
        if (properties.dimensions() < 1
                || properties.dimensions() > OpenAiEmbedder.MOST_DIMENSIONS) {
            throw new CannotStart(
                    "OPENAI_EMBEDDING_DIMENSIONS must lie between 1 and "
                            + OpenAiEmbedder.MOST_DIMENSIONS
                            + ", not "
                            + properties.dimensions());
        }
        // A fact is kept for its listeners only within a transaction.
        var bill =
                new Bill(
                        properties,
                        fact ->
                                transactions.executeWithoutResult(
                                        status -> listeners.publishEvent(fact)),
                        clock);
        return new OpenAiEmbedders(
                openAi,
                properties,
                bill,
                caches.level("question-vectors", 1, KnownVector.class, QUESTIONS_KEPT));
    }

    /// A wrong key is said at start and not with the first question.
    @Bean
    ApplicationListener<ApplicationReadyEvent> openAiGreeting(OpenAiEmbedders embedders) {
        return ready ->
                Thread.startVirtualThread(() -> {
                    try {
                        embedders.configured().embedQuestion(GREETING, GREETING_TIME);
                    } catch (SearchUnavailable unavailable) {
                        LOG.info("embeddings do not answer yet: {}", unavailable.getMessage());
                    }
                });
    }
}
