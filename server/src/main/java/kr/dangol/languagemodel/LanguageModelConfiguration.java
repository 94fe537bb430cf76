package kr.dangol.languagemodel;

import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import io.github.resilience4j.circuitbreaker.CircuitBreakerConfig;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.time.Duration;
import java.util.random.RandomGenerator;
import kr.dangol.languagemodel.anthropic.ClaudeClient;
import org.springframework.boot.autoconfigure.condition.ConditionalOnExpression;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(LanguageModelProperties.class)
class LanguageModelConfiguration {

    /// Half of the last twenty calls failed: let the vendor rest for twenty seconds, then try two.
    private static final CircuitBreakerConfig BREAKER =
            CircuitBreakerConfig.custom()
                    .slidingWindowSize(20)
                    .minimumNumberOfCalls(10)
                    .failureRateThreshold(50)
                    .waitDurationInOpenState(Duration.ofSeconds(20))
                    .permittedNumberOfCallsInHalfOpenState(2)
                    .build();

    @Bean
    UsageLedger usageLedger(
            JdbcClient jdbc,
            TransactionTemplate transaction,
            ApplicationEventPublisher facts,
            Clock clock) {
        return new UsageLedger(jdbc, transaction, facts, clock);
    }

    @Bean
    PriceTable priceTable(LanguageModelProperties properties) {
        return new PriceTable(properties.prices(), properties.krwPerUsd());
    }

    @Configuration(proxyBeanMethods = false)
    @ConditionalOnExpression("!'${dangol.languagemodel.api-key:}'.isBlank()")
    static class Configured {

        @Bean(destroyMethod = "close")
        ClaudeClient claudeClient(LanguageModelProperties properties) {
            return new ClaudeClient(
                    String.valueOf(properties.apiKey()).strip(), properties.baseUrl());
        }

        @Bean
        CallLimiter callLimiter(LanguageModelProperties properties, Clock clock) {
            return new SlidingWindowLimiter(properties.requestsPerMinute(), clock);
        }

        @Bean
        CircuitBreaker languageModelBreaker() {
            return CircuitBreaker.of("languagemodel", BREAKER);
        }

        @Bean
        BoundedLanguageModel languageModel(
                ModelClient client,
                LanguageModelProperties properties,
                CallLimiter limiter,
                CircuitBreaker breaker,
                PriceTable prices,
                UsageLedger ledger,
                MeterRegistry meters,
                Clock clock) {
            properties.tuple();
            var budget =
                    new DailyBudget(properties.dailyBudgetKrw(), prices, ledger::microUsdOn, clock);
            return new BoundedLanguageModel(
                    client,
                    properties,
                    new BoundedLanguageModel.Bounds(limiter, budget, breaker),
                    new BoundedLanguageModel.Books(prices, ledger::record, meters),
                    clock,
                    RandomGenerator.getDefault());
        }

        @Bean
        LanguageModelHealth languageModelHealthIndicator(BoundedLanguageModel model) {
            return new LanguageModelHealth(model);
        }
    }

    @Bean
    @ConditionalOnMissingBean(LanguageModel.class)
    LanguageModel noLanguageModel() {
        return new NoLanguageModel();
    }
}
