package kr.dangol.platform.cache;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.github.benmanes.caffeine.cache.Ticker;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import kr.dangol.platform.Throttles;
import kr.dangol.platform.cluster.Broadcast;
import kr.dangol.platform.redis.Redis;
import kr.dangol.platform.redis.RedisFixture;
import kr.dangol.testing.LocalRedis;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.Timeout;

/// What several processes share through Redis, against real servers: every test runs on a single
/// Redis and, in the subclass, on a Redis Cluster.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@Timeout(60)
class SharedCacheIT {

    private static final Duration HOUR = Duration.ofHours(1);
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final List<Redis> connections = new ArrayList<>();
    private final Switchboard switchboard = new Switchboard();
    List<LocalRedis> nodes = List.of();

    /// Delivers at once between the processes of a test.
    private static final class Switchboard {

        private final List<Line> lines = new ArrayList<>();

        final class Line implements Broadcast {

            private final List<Listener> listeners = new ArrayList<>();

            @Override
            public void send(String topic, String message) {
                lines.stream()
                        .filter(line -> line != this)
                        .forEach(line -> line.listeners.forEach(each -> each.on(message)));
            }

            @Override
            public void listen(String topic, Listener listener) {
                listeners.add(listener);
            }
        }

        Line line() {
            var line = new Line();
            lines.add(line);
            return line;
        }
    }

    @BeforeAll
    void startRedis() {
        start();
    }

    void start() {
        nodes = List.of(LocalRedis.start());
    }

    Redis connect() {
        return RedisFixture.connect(nodes.getFirst().port());
    }

    void stop() {
        nodes.forEach(LocalRedis::close);
    }

    @AfterAll
    void stopRedis() {
        connections.forEach(Redis::close);
        stop();
    }

    /// One more process.
    private Redis process() {
        var redis = connect();
        connections.add(redis);
        return redis;
    }

    private SharedCacheStore store(Redis redis) {
        return new SharedCacheStore(
                new CaffeineCacheStore(Ticker.systemTicker()), redis, switchboard.line());
    }

    @Test
    void whatOneProcessKeepsAnotherFinds() {
        var content = "여섯 가지 기획안".repeat(500).getBytes(UTF_8);
        store(process()).put("shared", content, HOUR);

        assertThat(store(process()).find("shared")).isEqualTo(content);
    }

    @Test
    void whatRunsOutInRedisRunsOutNearby() {
        store(process()).put("short", new byte[] {1}, Duration.ofMillis(700));
        var other = store(process());
        assertThat(other.find("short")).isNotNull();

        await().untilAsserted(() -> assertThat(other.find("short")).isNull());
    }

    @Test
    void nothingIsFoundInDamagedOldOrForeignEntries() {
        var redis = process();
        var good = Packed.pack("content".repeat(100).getBytes(UTF_8));
        var random = new Random(7);
        for (var i = 0; i < 200; i++) {
            var damaged = good.clone();
            var at = random.nextInt(damaged.length);
            damaged[at] ^= (byte) (1 << random.nextInt(8));
            redis.call(commands -> commands.set(Redis.bytes("dangol:cache:damaged"), damaged));
            var found = store(redis).find("damaged");
            // A flipped bit may change nothing of the content: there are some in zlib's header.
            assertThat(found == null || new String(found, UTF_8).equals("content".repeat(100)))
                    .as("bit flipped at %s", at)
                    .isTrue();
        }
        var old = good.clone();
        old[1] = 0;
        redis.call(commands -> commands.set(Redis.bytes("dangol:cache:old"), old));
        assertThat(store(redis).find("old")).isNull();
        redis.call(commands ->
                commands.set(Redis.bytes("dangol:cache:foreign"), "{\"a\":1}".getBytes(UTF_8)));
        assertThat(store(redis).find("foreign")).isNull();
        redis.call(commands -> commands.set(Redis.bytes("dangol:cache:empty"), new byte[0]));
        assertThat(store(redis).find("empty")).isNull();
    }

    @Test
    void aGroupIsVoidEverywhereAtOnce() {
        var one = store(process());
        var other = store(process());
        var before = other.generation("카페");

        one.advance("카페");

        assertThat(other.generation("카페")).isGreaterThan(before);
        assertThat(other.generation("한식")).isEqualTo(one.generation("한식"));
    }

    @Test
    void aGenerationNeverFallsBackWhenRedisForgetsIt() {
        var redis = process();
        var one = store(redis);
        var other = store(process());
        one.advance("forgotten");
        one.advance("forgotten");
        var before = other.generation("forgotten");

        redis.call(commands -> commands.del(Redis.bytes("dangol:cache:generation:forgotten")));

        assertThat(other.generation("forgotten")).isGreaterThan(before);
        assertThat(one.generation("forgotten")).isGreaterThan(before);
    }

    @Test
    void identicalWorkInSeveralProcessesIsDoneOnceAndFollowedAsItGrows() throws Exception {
        var runs = new AtomicInteger();
        var firstIsOut = new CountDownLatch(1);
        var goOn = new CountDownLatch(1);
        var leader = flights(process());
        var seat =
                leader.board(
                        "once",
                        sink -> {
                            runs.incrementAndGet();
                            sink.accept("첫째");
                            firstIsOut.countDown();
                            awaitQuietly(goOn);
                            sink.accept("둘째");
                        });
        firstIsOut.await();
        var follower = flights(process()).board("once", _ -> runs.incrementAndGet());

        assertThat(follower.next(PATIENCE)).contains("첫째");
        assertThat(follower.next(Duration.ofMillis(100))).isEmpty();
        goOn.countDown();
        assertThat(follower.next(PATIENCE)).contains("둘째");
        await().until(follower::isOver);
        assertThat(seat.next(PATIENCE)).contains("첫째");
        assertThat(seat.next(PATIENCE)).contains("둘째");
        assertThat(runs).hasValue(1);
    }

    @Test
    void aLeaderThatDiesIsReplacedSoon() throws Exception {
        var leading = new CountDownLatch(1);
        var dying = process();
        var leader = flights(dying);
        leader.board(
                "dies",
                sink -> {
                    sink.accept("half");
                    leading.countDown();
                    awaitQuietly(new CountDownLatch(1));
                });
        leading.await();
        var follower = flights(process()).board("dies", sink -> sink.accept("whole"));
        assertThat(follower.next(PATIENCE)).contains("half");

        var died = System.nanoTime();
        dying.close();

        assertThat(follower.next(PATIENCE)).contains("whole");
        assertThat(Duration.ofNanos(System.nanoTime() - died)).isLessThan(Duration.ofSeconds(3));
        await().until(follower::isOver);
    }

    @Test
    void aLeaderThatFailsOrIsLeftHandsOverAtOnce() throws Exception {
        var leading = new CountDownLatch(1);
        var first =
                flights(process())
                        .board(
                                "left",
                                sink -> {
                                    sink.accept("half");
                                    leading.countDown();
                                    awaitQuietly(new CountDownLatch(1));
                                });
        leading.await();
        var follower = flights(process()).board("left", sink -> sink.accept("whole"));
        assertThat(follower.next(PATIENCE)).contains("half");

        first.close();

        assertThat(follower.next(Duration.ofSeconds(1))).contains("whole");
    }

    @Test
    void aThrottleCountsForAllProcesses() {
        var one = throttles(process()).of("test", 10, Duration.ofMinutes(1));
        var other = throttles(process()).of("test", 10, Duration.ofMinutes(1));
        for (var i = 0; i < 5; i++) {
            assertThat(one.take("owner").granted()).isTrue();
            assertThat(other.take("owner").remaining()).isEqualTo(8 - 2 * i);
        }

        var refused = one.take("owner");

        assertThat(refused.granted()).isFalse();
        assertThat(refused.untilNext()).isBetween(Duration.ofSeconds(1), Duration.ofSeconds(6));
        assertThat(refused.untilFull()).isBetween(Duration.ofSeconds(55), Duration.ofSeconds(60));
        assertThat(other.take("another owner").granted()).isTrue();
    }

    private static Throttles throttles(Redis redis) {
        return Throttles.over(redis);
    }

    private static SingleFlight<String> flights(Redis redis) {
        return new Caches(
                        new CaffeineCacheStore(Ticker.systemTicker()),
                        new RedisFlightRelay(redis),
                        new SimpleMeterRegistry())
                .flights(String.class);
    }

    private static void awaitQuietly(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    /// The same on a Redis Cluster of three masters.
    static final class OnAClusterIT extends SharedCacheIT {

        @Override
        void start() {
            nodes = LocalRedis.startCluster();
        }

        @Override
        Redis connect() {
            return RedisFixture.connectToCluster(LocalRedis.addresses(nodes));
        }
    }
}
