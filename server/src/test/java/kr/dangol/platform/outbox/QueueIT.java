package kr.dangol.platform.outbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
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
import org.springframework.core.env.Environment;
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
    @Autowired Environment environment;

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

    @Test
    void aDatabaseThatIsAwayCostsNoFactItsDelivery() throws Exception {
        var count = 2_000;
        transaction.executeWithoutResult(_ ->
                IntStream.range(0, count)
                        .forEach(i -> facts.publishEvent(new Happened("patient-" + i, i))));
        await().atMost(SOON).until(() -> delivered("patient-") > 0);

        try (var server = serverOfTheDatabase()) {
            close(server);
            assertThat(delivered("patient-")).isLessThan(count);
            // Longer than the queue's patience with a message that comes back time and again.
            TimeUnit.SECONDS.sleep(6);
            open(server);
        }

        // Sooner than what was sent without an effect is sent again.
        await().atMost(Duration.ofSeconds(40))
                .ignoreExceptions()
                .untilAsserted(() -> assertThat(waitingOrSetAside("patient-")).isZero());
        assertThat(effects("patient-")).isEqualTo(count);
    }

    /// Calls so far: the database itself cannot be asked while it is away.
    private long delivered(String prefix) {
        return listener.calls().stream().filter(each -> each.key().startsWith(prefix)).count();
    }

    private long waitingOrSetAside(String prefix) {
        return jdbc.sql("select count(*) from event_publication where order_key like :keys")
                .param("keys", prefix + "%")
                .query(Long.class)
                .single();
    }

    private long effects(String prefix) {
        return jdbc.sql("select count(*) from effect where key like :keys")
                .param("keys", prefix + "%")
                .query(Long.class)
                .single();
    }

    private Connection serverOfTheDatabase() throws SQLException {
        return DriverManager.getConnection(
                "jdbc:postgresql://localhost:%s/postgres"
                        .formatted(environment.getProperty("dangol.database.port")),
                "postgres",
                "");
    }

    private void close(Connection server) throws SQLException {
        try (var statement = server.createStatement()) {
            statement.execute("alter database %s allow_connections false".formatted(database()));
            statement.execute(
                    "select pg_terminate_backend(pid) from pg_stat_activity where datname = '%s'"
                            .formatted(database()));
        }
    }

    private void open(Connection server) throws SQLException {
        try (var statement = server.createStatement()) {
            statement.execute("alter database %s allow_connections true".formatted(database()));
        }
    }

    private String database() {
        return environment.getRequiredProperty("dangol.database.name");
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
