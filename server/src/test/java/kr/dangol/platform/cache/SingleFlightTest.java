package kr.dangol.platform.cache;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(20)
class SingleFlightTest {

    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final SingleFlight<Integer> flights =
            new Caches(InProcess.store(), new SimpleMeterRegistry()).flights(Integer.class);
    private final Semaphore goOn = new Semaphore(0);
    private final AtomicInteger runs = new AtomicInteger();
    private final AtomicInteger boarded = new AtomicInteger();

    @Test
    void doesTheWorkOnceForAllWhoAskMeanwhile() throws Exception {
        try (var first = flights.board("a", this::countToThree)) {
            assertThat(first.next(PATIENCE)).contains(1);
            var all = IntStream.range(0, 50).mapToObj(_ -> everythingMeanwhile()).toList();
            await().until(() -> boarded.get() == 50);
            goOn.release(10);
            for (var one : all) {
                assertThat(one.get()).containsExactly(1, 2, 3);
            }
        }
        assertThat(runs).hasValue(1);
        assertThat(flights.size()).isZero();
    }

    @Test
    void handsOutElementsAsTheyCome() throws Exception {
        try (var seat = flights.board("a", this::countToThree)) {
            assertThat(seat.next(PATIENCE)).contains(1);
            assertThat(seat.next(Duration.ofMillis(20))).isEmpty();
            assertThat(seat.isOver()).isFalse();
            goOn.release();
            assertThat(seat.next(PATIENCE)).contains(2);
            goOn.release();
            assertThat(seat.next(PATIENCE)).contains(3);
            assertThat(seat.next(PATIENCE)).isEmpty();
            assertThat(seat.isOver()).isTrue();
        }
    }

    @Test
    void goesOnForTheOthersWhenTheFirstOneLeaves() throws Exception {
        var first = flights.board("a", this::countToThree);
        assertThat(first.next(PATIENCE)).contains(1);
        var joiner = everythingMeanwhile();
        await().until(() -> boarded.get() == 1);
        first.close();
        goOn.release(10);
        assertThat(joiner.get()).containsExactly(1, 2, 3);
        assertThat(runs).hasValue(1);
    }

    @Test
    void stopsTheWorkWhenNobodyIsLeft() throws Exception {
        var interrupted = new CountDownLatch(1);
        var seat =
                flights.board(
                        "a",
                        sink -> {
                            sink.accept(1);
                            try {
                                goOn.acquire();
                            } catch (InterruptedException _) {
                                interrupted.countDown();
                            }
                        });
        assertThat(seat.next(PATIENCE)).contains(1);
        seat.close();

        interrupted.await();
        await().until(() -> flights.size() == 0);
    }

    @Test
    void startsAnewAfterAllHaveLeft() throws Exception {
        var stubborn = new AtomicBoolean(true);
        var abandoned =
                flights.board(
                        "a",
                        sink -> {
                            sink.accept(99);
                            while (stubborn.get()) {
                                Thread.onSpinWait();
                            }
                        });
        assertThat(abandoned.next(PATIENCE)).contains(99);
        abandoned.close();
        goOn.release(10);

        assertThat(everything("a")).containsExactly(1, 2, 3);
        stubborn.set(false);
    }

    @Test
    void tellsEverybodyWhenTheWorkFails() throws Exception {
        try (var seat = flights.board("a", this::failAfterOne)) {
            goOn.release();
            assertThat(seat.next(PATIENCE)).contains(1);
            assertThat(seat.next(PATIENCE)).isEmpty();
            assertThatThrownBy(seat::isOver)
                    .isInstanceOf(FlightFailed.class)
                    .hasRootCauseMessage("broken wing");
        }
        goOn.release(10);
        assertThat(everything("a")).containsExactly(1, 2, 3);
    }

    @Test
    void keepsDifferentWorkApart() {
        goOn.release(10);

        assertThat(everything("a")).containsExactly(1, 2, 3);
        assertThat(everything("b")).containsExactly(1, 2, 3);
        assertThat(runs).hasValue(2);
    }

    private void failAfterOne(Consumer<Integer> sink) {
        sink.accept(1);
        goOn.acquireUninterruptibly();
        throw new IllegalStateException("broken wing");
    }

    private void countToThree(Consumer<Integer> sink) {
        runs.incrementAndGet();
        sink.accept(1);
        goOn.acquireUninterruptibly();
        sink.accept(2);
        goOn.acquireUninterruptibly();
        sink.accept(3);
    }

    private CompletableFuture<List<Integer>> everythingMeanwhile() {
        return CompletableFuture.supplyAsync(() -> everything("a"), Thread::startVirtualThread);
    }

    private List<Integer> everything(String key) {
        var all = new ArrayList<Integer>();
        try (var seat = flights.board(key, this::countToThree)) {
            boarded.incrementAndGet();
            while (!seat.isOver()) {
                seat.next(PATIENCE).ifPresent(all::add);
            }
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
        return all;
    }
}
