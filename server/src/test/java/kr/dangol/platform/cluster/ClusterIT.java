package kr.dangol.platform.cluster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import kr.dangol.testing.DangolTest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

@DangolTest
class ClusterIT {

    @Autowired ClusterLock lock;
    @Autowired Broadcast broadcast;
    @Autowired OwnConnections connections;
    @Autowired JdbcClient jdbc;
    @Autowired TransactionTemplate transaction;

    private final CopyOnWriteArrayList<String> heard = new CopyOnWriteArrayList<>();
    private final AtomicInteger gaps = new AtomicInteger();
    private PostgresBroadcast otherProcess;

    @BeforeEach
    void listenElsewhere() {
        otherProcess = new PostgresBroadcast(connections, jdbc, new SimpleMeterRegistry());
        otherProcess.listen(
                "test",
                new Broadcast.Listener() {
                    @Override
                    public void on(String message) {
                        heard.add(message);
                    }

                    @Override
                    public void mayHaveMissedSome() {
                        gaps.incrementAndGet();
                    }
                });
        otherProcess.start();
        await().untilAsserted(() -> {
            broadcast.send("test", "hello");
            assertThat(heard).contains("hello");
        });
        heard.clear();
    }

    @AfterEach
    void stopListening() {
        otherProcess.stop();
    }

    @Test
    void messagesReachOthersAndNotTheSender() {
        otherProcess.send("test", "own words");
        broadcast.send("another topic", "nothing for us");
        broadcast.send("test", "a b c");

        await().untilAsserted(() -> assertThat(heard).contains("a b c"));
        assertThat(heard).doesNotContain("own words", "nothing for us");
    }

    @Test
    void messagesOfATransactionLeaveWithItsCommitOnly() {
        transaction.executeWithoutResult(status -> {
            broadcast.send("test", "never");
            status.setRollbackOnly();
        });
        transaction.executeWithoutResult(_ -> broadcast.send("test", "once"));

        await().untilAsserted(() -> assertThat(heard).contains("once"));
        assertThat(heard).doesNotContain("never");
    }

    @Test
    void listenersLearnThatTheyWereDeaf() {
        terminate("dangol broadcast");

        await().untilAsserted(() -> assertThat(gaps).hasPositiveValue());
        broadcast.send("test", "again");
        await().untilAsserted(() -> assertThat(heard).contains("again"));
    }

    @Test
    void runsOnceAtATimeAndAgainAfterwards() {
        var inside = new AtomicBoolean();
        var ran =
                lock.tryRun(
                        "test-once",
                        () -> {
                            inside.set(lock.tryRun("test-once", () -> {}));
                            assertThat(lock.tryRun("test-another", () -> {})).isTrue();
                        });

        assertThat(ran).isTrue();
        assertThat(inside).isFalse();
        assertThat(lock.tryRun("test-once", () -> {})).isTrue();
    }

    @Test
    void isTakenOverWhenTheHolderLosesItsConnection() throws InterruptedException {
        var started = new CountDownLatch(1);
        var interrupted = new CountDownLatch(1);
        var holder =
                Thread.ofVirtual()
                        .start(() ->
                                lock.tryRun(
                                        "test-lost",
                                        () -> {
                                            started.countDown();
                                            try {
                                                Thread.sleep(60_000);
                                            } catch (InterruptedException e) {
                                                interrupted.countDown();
                                            }
                                        }));
        started.await();
        assertThat(lock.tryRun("test-lost", () -> {})).isFalse();

        terminate("dangol lock test-lost");

        await().untilAsserted(() -> assertThat(lock.tryRun("test-lost", () -> {})).isTrue());
        interrupted.await();
        holder.join();
    }

    private void terminate(String application) {
        jdbc.sql(
                        """
                        select pg_terminate_backend(pid) from pg_stat_activity
                        where application_name = :name and datname = current_database()
                        """)
                .param("name", application)
                .query((row, number) -> row.getBoolean(1))
                .list();
    }
}
