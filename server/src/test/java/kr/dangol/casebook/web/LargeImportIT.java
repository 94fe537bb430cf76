package kr.dangol.casebook.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.InputStream;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.LocalDate;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.IntFunction;
import kr.dangol.testing.DangolTest;
import kr.dangol.testing.TestClient;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.annotation.DirtiesContext;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// A hundred thousand lines in one call: nothing is lost, nothing comes twice, and what is in
/// memory does not grow with the file (measured where nothing is stored and what was is learned,
/// because forecasts keep it). Takes a minute, so it runs with `-Dlong=true` only.
@DangolTest
@DirtiesContext
@EnabledIfSystemProperty(named = "long", matches = "true")
class LargeImportIT {

    private static final int LINES = 100_000;
    private static final int EVERY_TENTH_IS_BAD = 10;
    private static final long FLAT = 64L << 20;

    private static final String PLAN =
            """
            {"industry": "음식점", "businessType": "카페", "location": {"city": "서울"},
             "purpose": "신규고객유치", "date": "2026-12-20", "type": "offline", "cost": 300000,
             "prize": "쿠키 2개", "participation": "도장을 모으면 드려요"}
            """;

    private static final String HEADER =
            "title,prize,participation,business_type,address,date,purpose,type,cost,participants,roi,source,store\n";

    private static final String[] TYPES = {"카페", "고깃집", "미용실", "펜션", "꽃집", "치킨집", "헬스장"};
    private static final String[] PURPOSES = {"신규고객유치", "재방문유도", "매출증대", "인지도향상"};

    @Autowired TestClient client;
    @Autowired JsonMapper json;

    @Test
    void streamsKeepsMemoryFlatAndStoresNothingTwice() throws Exception {
        var operator = client.operator();
        var first = send(operator, LargeImportIT::goodOrBad).answer();
        assertThat(first.get("received").asInt()).isEqualTo(LINES);
        assertThat(first.get("stored").asInt()).isEqualTo(LINES - LINES / EVERY_TENTH_IS_BAD);
        assertThat(first.get("rejected").size()).isEqualTo(LINES / EVERY_TENTH_IS_BAD);
        assertThat(first.get("rejected").get(1).get("line").asInt()).isEqualTo(12);
        var kept = first.get("stored").asInt() - first.get("outliers").asInt();
        awaitLearned(operator, kept);
        var second = send(operator, LargeImportIT::goodOrBad);
        assertThat(second.answer().get("stored").asInt()).isZero();
        assertThat(second.answer().get("duplicates").asInt())
                .isEqualTo(LINES - LINES / EVERY_TENTH_IS_BAD);
        assertThat(second.growth()).isLessThan(FLAT);
    }

    /// Until forecasts are fitted to all they heard and rest. How many lessons that makes in the
    /// end depends on what tests before this one opened, closed and withdrew, so it is only bounded
    /// from below.
    private static void awaitLearned(TestClient operator, int atLeast) {
        var last = new AtomicReference<>("");
        await().atMost(Duration.ofMinutes(5))
                .pollInterval(Duration.ofSeconds(5))
                .until(
                        () -> version(operator),
                        version ->
                                version.equals(last.getAndSet(version))
                                        && !version.contains("+")
                                        && lessons(version) >= atLeast);
    }

    /// Of the forecasts' model; a plus says that it is not fitted to all of its lessons yet.
    private static String version(TestClient operator) {
        return operator.send("/api/forecasts", "POST", "application/json", PLAN)
                .expect(200)
                .json()
                .get("modelVersion")
                .asString();
    }

    private static int lessons(String version) {
        return Integer.parseInt(version.split("-")[0]);
    }

    @Test
    void aFileOfBadLinesKeepsMemoryFlatToo() throws Exception {
        var sent = send(client.operator(), line -> "제목,,,,,,,,,,,," + line);
        assertThat(sent.answer().get("stored").asInt()).isZero();
        assertThat(sent.answer().get("rejected").size()).isEqualTo(LINES);
        assertThat(sent.growth()).isLessThan(FLAT);
    }

    /// The answer, and by how much the live heap had grown at most while the file was sent.
    private record Sent(JsonNode answer, long growth) {}

    private Sent send(TestClient operator, IntFunction<String> lines) throws Exception {
        var growth = new AtomicLong();
        var base = usedAfterCollection();
        var request =
                operator.request("/api/ops/cases/import")
                        .timeout(Duration.ofMinutes(10))
                        .header("Content-Type", "text/csv")
                        .POST(
                                BodyPublishers.ofInputStream(() ->
                                        new Lines(
                                                lines,
                                                () ->
                                                        growth.accumulateAndGet(
                                                                usedAfterCollection() - base,
                                                                Math::max))))
                        .build();
        var started = System.nanoTime();
        var response = operator.http().send(request, BodyHandlers.ofInputStream());
        var tree = json.readTree(response.body());
        var seconds = (System.nanoTime() - started) / 1e9;
        System.out.printf(
                "import of %d lines took %.1f s, %.0f lines/s, memory grew by at most %d MiB%n",
                LINES, seconds, LINES / seconds, growth.get() >> 20);
        assertThat(response.statusCode()).isEqualTo(200);
        return new Sent(tree, growth.get());
    }

    private static long usedAfterCollection() {
        System.gc();
        var runtime = Runtime.getRuntime();
        return runtime.totalMemory() - runtime.freeMemory();
    }

    private static String goodOrBad(int line) {
        var day = LocalDate.of(2025, 1, 1).plusDays(line % 600);
        var cost =
                line % EVERY_TENTH_IS_BAD == 0 ? "많이" : String.valueOf(200_000 + line % 97 * 1_000);
        return "%s 행사 %d,쿠키 %d개,도장을 모으면 드려요,%s,서울 마포구,%s,%s,offline,%s,%d,%d,블로그,shop-%d"
                .formatted(
                        TYPES[line % TYPES.length],
                        line % 1_000,
                        line % 5 + 1,
                        TYPES[line % TYPES.length],
                        day,
                        PURPOSES[line % PURPOSES.length],
                        cost,
                        50 + line % 333,
                        line % 401,
                        line % 5_003);
    }

    /// The file, made while it is read.
    private static final class Lines extends InputStream {

        private final IntFunction<String> lines;
        private final Runnable now;
        private byte[] current = HEADER.getBytes(StandardCharsets.UTF_8);
        private int position;
        private int made;

        Lines(IntFunction<String> lines, Runnable now) {
            this.lines = lines;
            this.now = now;
        }

        @Override
        public int read() {
            if (position == current.length && !next()) {
                return -1;
            }
            return current[position++] & 0xFF;
        }

        @Override
        public int read(byte[] into, int offset, int length) {
            if (position == current.length && !next()) {
                return -1;
            }
            var count = Math.min(length, current.length - position);
            System.arraycopy(current, position, into, offset, count);
            position += count;
            return count;
        }

        private boolean next() {
            if (made == LINES) {
                return false;
            }
            if (made % 20_000 == 19_999) {
                now.run();
            }
            current = (lines.apply(made++) + "\n").getBytes(StandardCharsets.UTF_8);
            position = 0;
            return true;
        }
    }
}
