package kr.dangol.platform.outbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import kr.dangol.platform.outbox.OutboxController.DeadFact;
import kr.dangol.platform.outbox.TestFacts.Happened;
import kr.dangol.testing.DangolTest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/// The outbox worked off within the process.
@DangolTest
@Import(TestFacts.class)
class OutboxIT {

    private static final AtomicInteger KEYS = new AtomicInteger();
    private static final String LISTENER =
            "kr.dangol.platform.outbox.TestFacts.on(kr.dangol.platform.outbox.TestFacts$Happened)";

    @Autowired ApplicationEventPublisher facts;
    @Autowired TransactionTemplate transaction;
    @Autowired TestFacts listener;
    @Autowired OutboxController operators;
    @Autowired JdbcClient jdbc;

    private final String key = "key" + KEYS.incrementAndGet();

    @AfterEach
    void heal() {
        listener.takeAgain();
    }

    @Test
    void aFactHasItsEffectOnceAndIsGone() {
        publish(1);

        await().untilAsserted(() -> assertThat(listener.effects(key)).containsExactly(1));
        assertThat(waiting()).isZero();
    }

    @Test
    void aFactOfAChangeThatNeverHappenedIsNone() {
        transaction.executeWithoutResult(status -> {
            facts.publishEvent(new Happened(key, 1));
            status.setRollbackOnly();
        });
        publish(2);

        await().untilAsserted(() -> assertThat(listener.effects(key)).containsExactly(2));
    }

    @Test
    void whatFailsIsTriedAgainAndLeavesNothingHalfDone() {
        listener.refuse(new Happened(key, 1));
        publish(1);
        await().until(() -> listener.calls().contains(new Happened(key, 1)));
        assertThat(listener.effects(key)).isEmpty();

        listener.takeAgain();

        await().untilAsserted(() -> assertThat(listener.effects(key)).containsExactly(1));
    }

    @Test
    void factsOfOneKeyWaitForEachOtherAndNotForStrangers() {
        listener.refuse(new Happened(key, 1));
        publish(1);
        publish(2);
        publish(3);
        transaction.executeWithoutResult(_ -> facts.publishEvent(new Happened(key + "b", 9)));
        await().untilAsserted(() -> assertThat(listener.effects(key + "b")).containsExactly(9));
        assertThat(listener.effects(key)).isEmpty();

        listener.takeAgain();

        await().untilAsserted(() -> assertThat(listener.effects(key)).containsExactly(1, 2, 3));
    }

    @Test
    void whatADeadProcessLeftIsTakenOver() {
        jdbc.sql(
                        """
                        insert into event_publication (id, listener_id, event_type,
                            serialized_event, publication_date, due_at)
                        values (:id, :listener, :type, :fact, now() - interval '1 hour',
                            now() - interval '1 hour')
                        """)
                .param("id", UUID.randomUUID())
                .param("listener", LISTENER)
                .param("type", Happened.class.getName())
                .param("fact", "{\"key\":\"%s\",\"number\":4}".formatted(key))
                .update();

        await().untilAsserted(() -> assertThat(listener.effects(key)).containsExactly(4));
    }

    @Test
    void whatCannotBeDeliveredIsSetAsideWithTheReasonAndReplayed() {
        listener.refuse(new Happened(key, 1));
        publish(1);
        await().until(() -> listener.calls().contains(new Happened(key, 1)));
        await().until(() -> attempts() == 1);
        jdbc.sql("update event_publication set attempts = 7, due_at = now() where order_key = :key")
                .param("key", key)
                .update();
        await().until(() -> operators.dead().items().stream().anyMatch(this::isOurs));
        var dead = operators.dead().items().stream().filter(this::isOurs).findFirst().orElseThrow();
        assertThat(dead.reason()).contains("not now");
        assertThat(operators.state().dead()).isPositive();

        listener.takeAgain();
        operators.replay(dead.id());

        await().untilAsserted(() -> assertThat(listener.effects(key)).containsExactly(1));
    }

    @Test
    void aFactThatNobodyHearsAnyMoreIsSetAsideAtOnce() {
        var id = UUID.randomUUID();
        jdbc.sql(
                        """
                        insert into event_publication (id, listener_id, event_type,
                            serialized_event, publication_date, order_key)
                        values (:id, 'gone.Listener.on(gone.Fact)', :type, :fact, now(), :key)
                        """)
                .param("id", id)
                .param("type", Happened.class.getName())
                .param("fact", "{\"key\":\"%s\",\"number\":4}".formatted(key))
                .param("key", key)
                .update();

        await().until(() -> deadIds().contains(id));
    }

    private List<UUID> deadIds() {
        return operators.dead().items().stream().map(DeadFact::id).toList();
    }

    private boolean isOurs(DeadFact dead) {
        return jdbc.sql("select order_key from event_publication where id = :id")
                .param("id", dead.id())
                .query(String.class)
                .optional()
                .filter(key::equals)
                .isPresent();
    }

    private void publish(int number) {
        transaction.executeWithoutResult(_ -> facts.publishEvent(new Happened(key, number)));
    }

    private long waiting() {
        return jdbc.sql("select count(*) from event_publication where order_key = :key")
                .param("key", key)
                .query(Long.class)
                .single();
    }

    private int attempts() {
        return jdbc.sql("select attempts from event_publication where order_key = :key")
                .param("key", key)
                .query(Integer.class)
                .optional()
                .orElse(0);
    }
}
