package kr.dangol.languagemodel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import kr.dangol.languagemodel.ModelAnswer.Ending;
import kr.dangol.languagemodel.ModelAnswer.TokenUsage;
import kr.dangol.languagemodel.UsageLedger.Call;
import org.junit.jupiter.api.Test;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.dao.DataIntegrityViolationException;

class LedgerWriterTest {

    private final MeterRegistry meters = new SimpleMeterRegistry();
    private final List<Call> written = new CopyOnWriteArrayList<>();

    @Test
    void writesWhatEndedMeanwhileTogether() throws Exception {
        var mayWrite = new CountDownLatch(1);
        var transactions = new AtomicInteger();
        var writer =
                writer(calls -> {
                    transactions.incrementAndGet();
                    hold(mayWrite);
                    written.addAll(calls);
                });
        var calls = calls(50);
        calls.forEach(writer::add);
        mayWrite.countDown();
        writer.close();

        assertThat(written).containsExactlyElementsOf(calls);
        assertThat(transactions.get()).isLessThan(10);
        assertThat(lost()).isZero();
    }

    @Test
    void waitsForADatabaseThatIsAway() throws Exception {
        var attempts = new AtomicInteger();
        var calls = calls(3);
        try (var writer =
                writer(batch -> {
                    if (attempts.incrementAndGet() < 4) {
                        throw new DataAccessResourceFailureException("away");
                    }
                    written.addAll(batch);
                })) {
            calls.forEach(writer::add);
            await().untilAsserted(() -> assertThat(written).containsExactlyElementsOf(calls));
        }
        assertThat(lost()).isZero();
    }

    @Test
    void aRowThatIsRefusedCostsOnlyItself() throws Exception {
        var calls = calls(20);
        var bad = calls.get(7);
        try (var writer =
                writer(batch -> {
                    if (batch.contains(bad)) {
                        throw new DataIntegrityViolationException("bad");
                    }
                    written.addAll(batch);
                })) {
            calls.forEach(writer::add);
            await().untilAsserted(() -> assertThat(written).hasSize(19));
        }
        assertThat(written).doesNotContain(bad).doesNotHaveDuplicates();
        assertThat(lost()).isEqualTo(1);
    }

    @Test
    void whatCannotBeWrittenAtTheEndIsCounted() throws Exception {
        var writer =
                writer(_ -> {
                    throw new DataAccessResourceFailureException("away");
                });
        calls(5).forEach(writer::add);
        writer.close();

        assertThat(lost()).isEqualTo(5);
    }

    private LedgerWriter writer(Consumer<List<Call>> ledger) {
        return new LedgerWriter(ledger, Duration.ofMillis(5), meters);
    }

    private double lost() {
        return meters.counter("dangol.languagemodel.ledger.lost").count();
    }

    private static void hold(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException _) {
            // The writer closes while we hold it: it writes all the same.
        }
    }

    private static List<Call> calls(int count) {
        return IntStream.range(0, count).mapToObj(_ -> call()).toList();
    }

    private static Call call() {
        return new Call(
                UUID.randomUUID(),
                Instant.EPOCH,
                "plans",
                "claude-haiku-5-5",
                Ending.COMPLETE,
                "end_turn",
                "req_1",
                new TokenUsage(800, 0, 2200, 700, false),
                450,
                1,
                Duration.ofMillis(700),
                Duration.ofSeconds(4));
    }
}
