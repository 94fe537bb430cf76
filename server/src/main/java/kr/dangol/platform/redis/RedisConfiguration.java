package kr.dangol.platform.redis;

import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import io.github.resilience4j.circuitbreaker.CircuitBreakerConfig;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnExpression;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/// Redis, as soon as an address is set.
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(RedisProperties.class)
@ConditionalOnExpression("!'${dangol.redis.host:}${dangol.redis.cluster-nodes:}'.isBlank()")
class RedisConfiguration {

    /// One of three masters away is a third of the calls, which is no reason to do without the
    /// others.
    private static final CircuitBreakerConfig BREAKER =
            CircuitBreakerConfig.custom()
                    .slidingWindowSize(20)
                    .minimumNumberOfCalls(5)
                    .failureRateThreshold(60)
                    .waitDurationInOpenState(Duration.ofSeconds(1))
                    .permittedNumberOfCallsInHalfOpenState(3)
                    .build();

    @Bean
    Redis redis(RedisProperties properties, MeterRegistry meters) {
        return new Redis(new RedisLink(properties), CircuitBreaker.of("redis", BREAKER), meters);
    }

    /// Never takes the whole down: every process can do without.
    @Bean
    HealthIndicator redisHealthIndicator(Redis redis) {
        return () ->
                redis.answers()
                        ? Health.up().build()
                        : Health.status("DEGRADED")
                                .withDetail("problem", "Redis does not answer")
                                .build();
    }
}
