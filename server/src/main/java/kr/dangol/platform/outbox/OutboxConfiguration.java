package kr.dangol.platform.outbox;

import io.micrometer.core.instrument.MeterRegistry;
import java.util.List;
import org.springframework.amqp.rabbit.listener.SimpleMessageListenerContainer;
import org.springframework.beans.factory.ObjectFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.beans.factory.config.BeanDefinition;
import org.springframework.boot.autoconfigure.condition.ConditionalOnExpression;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Role;
import org.springframework.context.support.AbstractApplicationContext;
import org.springframework.core.env.Environment;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.modulith.events.core.EventPublicationRegistry;
import org.springframework.modulith.events.core.EventSerializer;
import org.springframework.modulith.events.support.CompletionRegisteringAdvisor;
import org.springframework.modulith.events.support.PersistentApplicationEventMulticaster;
import org.springframework.scheduling.annotation.EnableAsync;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.json.JsonMapper;

/// Modulith's publishing with our own outbox behind it, in place of its auto-configuration.
@Configuration(proxyBeanMethods = false)
@EnableAsync
class OutboxConfiguration {

    static final String NO_QUEUE = "'${dangol.rabbitmq.host:}'.isBlank()";
    static final String WORKER = "'${dangol.roles:web,worker}'.contains('worker')";

    @Bean
    @Role(BeanDefinition.ROLE_INFRASTRUCTURE)
    static OutboxListeners outboxListeners() {
        return new OutboxListeners();
    }

    @Bean
    @Role(BeanDefinition.ROLE_INFRASTRUCTURE)
    static OutboxListenerFactory outboxListenerFactory(OutboxListeners listeners) {
        return new OutboxListenerFactory(listeners);
    }

    @Bean
    @Role(BeanDefinition.ROLE_INFRASTRUCTURE)
    static PersistentApplicationEventMulticaster applicationEventMulticaster(
            ObjectFactory<EventPublicationRegistry> outbox,
            ObjectFactory<Environment> environment) {
        return new PersistentApplicationEventMulticaster(outbox::getObject, environment::getObject);
    }

    @Bean
    @Role(BeanDefinition.ROLE_INFRASTRUCTURE)
    static CompletionRegisteringAdvisor completionRegisteringAdvisor(
            ObjectFactory<EventPublicationRegistry> outbox) {
        return new CompletionRegisteringAdvisor(outbox::getObject);
    }

    @Bean
    EventSerializer factJson(JsonMapper json) {
        return new FactJson(json);
    }

    @Bean
    Outbox outbox(JdbcClient jdbc, EventSerializer serializer, OutboxListeners listeners) {
        return new Outbox(jdbc, serializer, listeners);
    }

    @Bean
    Deliveries outboxDeliveries(
            JdbcClient jdbc,
            TransactionTemplate transaction,
            EventSerializer serializer,
            OutboxListeners listeners,
            AbstractApplicationContext context,
            MeterRegistry meters) {
        return new Deliveries(jdbc, transaction, serializer, listeners, context, meters);
    }

    @Bean
    @ConditionalOnExpression(NO_QUEUE + " and " + WORKER)
    Workers outboxWorkers(Deliveries deliveries, OutboxListeners listeners) {
        return new Workers(deliveries, listeners);
    }

    /// RabbitMQ, as soon as its host is set.
    @Configuration(proxyBeanMethods = false)
    @EnableConfigurationProperties(QueueProperties.class)
    @ConditionalOnExpression("not " + NO_QUEUE)
    static class Queued {

        @Bean
        Queue factQueue(QueueProperties properties, MeterRegistry meters) {
            return new Queue(properties, meters);
        }

        @Bean
        QueueRelay queueRelay(
                Queue queue,
                JdbcClient jdbc,
                OutboxListeners listeners,
                Deliveries deliveries,
                @Value("${dangol.roles}") List<String> roles) {
            var consumers =
                    roles.contains("worker")
                            ? queue.consumers(deliveries)
                            : List.<SimpleMessageListenerContainer>of();
            return new QueueRelay(queue, jdbc, listeners, consumers);
        }

        /// Never takes the whole down: facts wait in the database.
        @Bean
        HealthIndicator queueHealthIndicator(Queue queue) {
            return () ->
                    queue.isUp()
                            ? Health.up().build()
                            : Health.status("DEGRADED")
                                    .withDetail("problem", "RabbitMQ does not answer, facts wait")
                                    .build();
        }
    }
}
