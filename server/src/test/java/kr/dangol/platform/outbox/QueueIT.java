package kr.dangol.platform.outbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.stream.IntStream;
import kr.dangol.platform.outbox.TestFacts.Happened;
import kr.dangol.testing.DangolTest;
import kr.dangol.testing.LocalRabbit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.transaction.support.TransactionTemplate;

/// The outbox over a real RabbitMQ that is killed and comes back.
@DangolTest
@Import(TestFacts.class)
@DirtiesContext
@EnabledIfSystemProperty(named = "long", matches = "true")
class QueueIT {

    private static final Duration SOON = Duration.ofSeconds(30);
    private static final LocalRabbit RABBIT = LocalRabbit.start();

    @Autowired ApplicationEventPublisher facts;
    @Autowired TransactionTemplate transaction;
    @Autowired TestFacts listener;
    @Autowired Queue queue;
    @Autowired JdbcClient jdbc;

    @DynamicPropertySource
    static void useTheQueue(DynamicPropertyRegistry registry) {
        registry.add("dangol.rabbitmq.host", () -> "127.0.0.1");
        registry.add("dangol.rabbitmq.port", RABBIT::port);
    }

    @AfterAll
    static void stop() {
        RABBIT.close();
    }

    @Test
    void everyFactHasItsEffectOnceAndInOrderWhileTheBrokerIsKilled() {
        for (var number = 1; number <= 300; number++) {
            publish("steady", number);
            if (number == 100) {
                await().atMost(SOON).until(() -> !listener.effects("steady").isEmpty());
                RABBIT.kill();
            }
        }
        await().atMost(SOON).until(() -> !queue.isUp());

        RABBIT.startAgain();

        await().atMost(Duration.ofSeconds(90))
                .untilAsserted(() -> assertThat(listener.effects("steady")).hasSize(300));
        assertThat(listener.effects("steady"))
                .containsExactlyElementsOf(IntStream.rangeClosed(1, 300).boxed().toList());
        assertThat(queue.isUp()).isTrue();
        await().atMost(SOON).until(() -> waiting("steady") == 0);
    }

    @Test
    void whatFailsIsSentAgainUntilItIsTaken() {
        listener.refuse(new Happened("stubborn", 1));
        publish("stubborn", 1);
        await().atMost(SOON).until(() -> listener.calls().contains(new Happened("stubborn", 1)));
        assertThat(listener.effects("stubborn")).isEmpty();

        listener.takeAgain();

        await().atMost(SOON)
                .untilAsserted(() -> assertThat(listener.effects("stubborn")).containsExactly(1));
    }

    private void publish(String key, int number) {
        transaction.executeWithoutResult(_ -> facts.publishEvent(new Happened(key, number)));
    }

    private long waiting(String key) {
        return jdbc.sql("select count(*) from event_publication where order_key = :key")
                .param("key", key)
                .query(Long.class)
                .single();
    }
}
