package kr.dangol.languagemodel;

import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import io.github.resilience4j.circuitbreaker.CircuitBreakerConfig;
import io.github.resilience4j.circuitbreaker.CircuitBreakerConfig.SlidingWindowType;
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

    /// Half of a minute's calls failed: let the vendor rest for twenty seconds, then try two. A
    /// minute and not the last few calls, because in a burst the failures end first: they take
    /// milliseconds where an answer takes seconds.
    private static final CircuitBreakerConfig BREAKER =
            CircuitBreakerConfig.custom()
                    .slidingWindowType(SlidingWindowType.TIME_BASED)
                    .slidingWindowSize(60)
                    .minimumNumberOfCalls(20)
                    .failureRateThreshold(50)
                    .waitDurationInOpenState(Duration.ofSeconds(20))
                    .permittedNumberOfCallsInHalfOpenState(2)
                    .build();

    private static final Duration WHILE_DATABASE_IS_AWAY = Duration.ofSeconds(1);

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

        @Bean(destroyMethod = "close")
        LedgerWriter ledgerWriter(UsageLedger ledger, MeterRegistry meters) {
            return new LedgerWriter(ledger::record, WHILE_DATABASE_IS_AWAY, meters);
        }

        @Bean
        CallLimiter callLimiter(
                LanguageModelProperties properties,
                JdbcClient jdbc,
                TransactionTemplate transaction) {
            return new SharedMinute(properties.requestsPerMinute(), jdbc, transaction);
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
                LedgerWriter ledgerWriter,
                MeterRegistry meters,
                Clock clock) {
            properties.tuple();
            var budget =
                    new DailyBudget(properties.dailyBudgetKrw(), prices, ledger::microUsdOn, clock);
            return new BoundedLanguageModel(
                    client,
                    properties,
                    new BoundedLanguageModel.Bounds(limiter, budget, breaker),
                    new BoundedLanguageModel.Books(prices, ledgerWriter::add, meters),
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
