package kr.dangol;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.net.http.HttpTimeoutException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import kr.dangol.testing.ChildDangol;
import kr.dangol.testing.ClaudeAnswers;
import kr.dangol.testing.CutProxy;
import kr.dangol.testing.FakeClaude;
import kr.dangol.testing.LocalRedis;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer.OrderAnnotation;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Three processes on one PostgreSQL and one Redis are one system: real processes, a fake vendor,
/// and a network to the database that can be cut.
@EnabledIfSystemProperty(named = "long", matches = "true")
@TestMethodOrder(OrderAnnotation.class)
class ThreeProcessesIT {

    private static final JsonMapper JSON = JsonMapper.shared();
    private static final int CALLS_PER_MINUTE = 50;

    @TempDir static Path data;

    private static final HttpClient HTTP =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(10)).build();
    private static final List<ChildDangol> PROCESSES = new ArrayList<>();
    private static EmbeddedPostgres postgres;
    private static CutProxy network;
    private static LocalRedis redis;
    private static FakeClaude claude;

    private static final Pattern FILLED =
            Pattern.compile("^dangol_casebook_index_size\\S* [1-9]", Pattern.MULTILINE);
    private static final Pattern LEVEL =
            Pattern.compile("^dangol_casebook_index_lag\\S* 0\\.0$", Pattern.MULTILINE);

    private String cookies = "";
    private String csrf = "";

    @BeforeAll
    static void start() throws Exception {
        postgres = EmbeddedPostgres.builder().setServerConfig("max_connections", "150").start();
        network = new CutProxy(postgres.getPort());
        redis = LocalRedis.start();
        claude =
                new FakeClaude(
                        "test-key",
                        FakeClaude.saying(
                                ClaudeAnswers.sixPlans("함께"), Duration.ofMillis(300), 1_500));
        for (var i = 0; i < 3; i++) {
            var folder = Files.createDirectory(data.resolve("process" + i));
            var process = ChildDangol.start(folder, settings());
            process.awaitReady();
            PROCESSES.add(process);
        }
    }

    private static Map<String, String> settings() {
        return Map.ofEntries(
                Map.entry("dangol.database.host", "127.0.0.1"),
                Map.entry("dangol.database.port", "" + network.port()),
                Map.entry("dangol.database.name", "postgres"),
                Map.entry("dangol.database.user", "postgres"),
                Map.entry("dangol.redis.host", "127.0.0.1"),
                Map.entry("dangol.redis.port", "" + redis.port()),
                Map.entry("dangol.demo", "true"),
                Map.entry("dangol.limits.in-flight", "1000"),
                Map.entry("dangol.languagemodel.api-key", "test-key"),
                Map.entry("dangol.languagemodel.base-url", claude.baseUrl()));
    }

    @AfterAll
    static void stop() throws IOException {
        PROCESSES.forEach(ChildDangol::close);
        redis.close();
        claude.close();
        network.close();
        postgres.close();
    }

    @Test
    @Order(1)
    void identicalRequestsAreOneModelCall() throws Exception {
        signIn(0);
        for (var i = 0; i < 3; i++) {
            awaitIndex(i);
            awaitWarm(i);
        }
        var before = claude.requests().size();

        var answers = atOnce(500, i -> send(i % 3, "POST", "api/recommendations", order("같은 바람")));

        assertThat(answers).allSatisfy(answer -> assertThat(answer.statusCode()).isEqualTo(200));
        var plans =
                answers.stream()
                        .map(answer -> json(answer).at("/data/recommendations").toString())
                        .map(text -> text.replaceAll("\"id\":\"[0-9a-f-]{36}\"", ""))
                        .distinct()
                        .toList();
        assertThat(plans).hasSize(1);
        assertThat(claude.requests().size() - before).isEqualTo(1);
    }

    @Test
    @Order(2)
    void theFiftyFirstModelCallOfAMinuteIsNotMade() throws Exception {
        signIn(1);
        var before = claude.requests().size();

        var answers = atOnce(80, i -> send(i % 3, "POST", "api/recommendations", order("바람 " + i)));

        assertThat(answers).allSatisfy(answer -> assertThat(answer.statusCode()).isEqualTo(200));
        // One owner alone does not get all of them: some stay for others. Warm-up calls and the
        // call
        // of the test before may be in the same minute.
        assertThat(claude.requests().size() - before)
                .isBetween(CALLS_PER_MINUTE / 2, CALLS_PER_MINUTE);
        var limited =
                answers.stream()
                        .filter(answer -> json(answer).at("/metadata/rateLimited").asBoolean())
                        .count();
        assertThat(limited).isEqualTo(80 - (claude.requests().size() - before));
    }

    @Test
    @Order(3)
    void aSignOutCountsEverywhereAtOnce() throws Exception {
        signIn(0);
        assertThat(send(1, "GET", "api/me", "").statusCode()).isEqualTo(200);
        assertThat(send(2, "GET", "api/me", "").statusCode()).isEqualTo(200);

        assertThat(send(1, "POST", "api/auth/logout", "").statusCode()).isBetween(200, 204);

        assertThat(send(0, "GET", "api/me", "").statusCode()).isEqualTo(401);
        assertThat(send(2, "GET", "api/me", "").statusCode()).isEqualTo(401);
    }

    @Test
    @Order(4)
    void withoutRedisNobodyIsSignedOutAndEverybodyIsAnswered() throws Exception {
        signIn(2);
        redis.kill();

        for (var i = 0; i < 3; i++) {
            assertThat(send(i, "GET", "api/me", "").statusCode()).isEqualTo(200);
            assertThat(send(i, "POST", "api/recommendations", order("레디스 없이")).statusCode())
                    .isEqualTo(200);
        }
        await().until(() -> health(0).at("/components/redis/status").asString().equals("DEGRADED"));

        redis.startAgain();

        await().atMost(Duration.ofSeconds(20))
                .until(() -> health(0).at("/components/redis/status").asString().equals("UP"));
        assertThat(send(0, "GET", "api/me", "").statusCode()).isEqualTo(200);
    }

    @Test
    @Order(5)
    void withoutTheDatabaseCachedAnswersAreGivenAndTheRestIsClearlyRefused() throws Exception {
        signIn(0);
        var known = order("미리 본 바람");
        // Only a whole answer is kept, and the tests before have used up this minute's calls.
        await().atMost(Duration.ofSeconds(90))
                .pollInterval(Duration.ofSeconds(1))
                .until(() ->
                        !json(send(0, "POST", "api/recommendations", known))
                                .at("/metadata/degraded")
                                .asBoolean());

        network.cut();

        // Asked before anybody can know: it waits on the cut wire, and not until TCP gives up.
        var waiting = send(0, "GET", "api/stores", "", Duration.ofSeconds(30));
        assertThat(waiting.statusCode()).isEqualTo(503);
        await().atMost(Duration.ofSeconds(20)).until(() -> isRefusedAtOnce(0));
        assertThat(send(0, "GET", "actuator/prometheus", "", Duration.ofSeconds(5)).statusCode())
                .isEqualTo(200);
        var refused = send(0, "GET", "api/stores", "");
        assertThat(refused.statusCode()).isEqualTo(503);
        assertThat(json(refused).get("code").asString()).isEqualTo("service-unavailable");
        assertThat(send(0, "POST", "api/recommendations", known).statusCode()).isEqualTo(200);

        network.mend();

        await().atMost(Duration.ofSeconds(30))
                .until(() -> send(0, "GET", "api/stores", "").statusCode() == 200);
    }

    private interface Call {

        HttpResponse<String> make(int number) throws Exception;
    }

    private static List<HttpResponse<String>> atOnce(int times, Call call) throws Exception {
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var all = new ArrayList<Future<HttpResponse<String>>>();
            IntStream.range(0, times).forEach(i -> all.add(threads.submit(() -> call.make(i))));
            var answers = new ArrayList<HttpResponse<String>>();
            for (var each : all) {
                answers.add(each.get());
            }
            return answers;
        }
    }

    private static String order(String wish) {
        return """
        {"eventPurpose": "매출증대", "wish": "%s", "storeInfo":
         {"businessType": "카페", "location": {"city": "서울", "district": "마포구"}}}
        """
                .formatted(wish);
    }

    private void signIn(int process) throws Exception {
        cookies = "";
        csrf = "";
        var answer = send(process, "POST", "api/auth/demo", "{\"role\": \"OWNER\"}");
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        var jar = new LinkedHashMap<String, String>();
        answer.headers().allValues("Set-Cookie").stream()
                .map(line -> line.split(";", 2)[0].split("=", 2))
                .forEach(pair -> jar.put(pair[0], pair[1]));
        csrf = jar.getOrDefault("XSRF-TOKEN", "");
        cookies =
                jar.entrySet().stream()
                        .map(cookie -> cookie.getKey() + "=" + cookie.getValue())
                        .collect(Collectors.joining("; "));
    }

    private static JsonNode health(int process) throws Exception {
        return json(actuator(process, "health"));
    }

    private static HttpResponse<String> actuator(int process, String what) throws Exception {
        var address = URI.create(PROCESSES.get(process).address() + "actuator/" + what);
        return HTTP.send(HttpRequest.newBuilder(address).build(), BodyHandlers.ofString());
    }

    /// The first searches of a process take longer than an answer waits for them; an answer without
    /// evidence is not kept, and whoever comes after it has another made.
    private void awaitWarm(int process) {
        var wish = "몸을 푸는 바람 " + process;
        await().atMost(Duration.ofMinutes(1))
                .until(() ->
                        json(send(process, "POST", "api/recommendations", order(wish)))
                                .at("/metadata/cacheHit")
                                .asBoolean());
    }

    /// A process that fills its index after its start voids answers everywhere, as what it then
    /// finds may make better ones.
    private static void awaitIndex(int process) {
        await().atMost(Duration.ofMinutes(1))
                .until(() -> {
                    var metrics = actuator(process, "prometheus").body();
                    return FILLED.matcher(metrics).find() && LEVEL.matcher(metrics).find();
                });
    }

    /// What was asked before the cut was noticed waits for the network.
    private boolean isRefusedAtOnce(int process) throws Exception {
        try {
            return send(process, "GET", "api/stores", "", Duration.ofSeconds(2)).statusCode()
                    == 503;
        } catch (HttpTimeoutException waiting) {
            return false;
        }
    }

    private HttpResponse<String> send(int process, String method, String path, String body)
            throws Exception {
        return send(process, method, path, body, Duration.ofSeconds(60));
    }

    private HttpResponse<String> send(
            int process, String method, String path, String body, Duration patience)
            throws Exception {
        var request =
                HttpRequest.newBuilder(URI.create(PROCESSES.get(process).address() + path))
                        .header("Content-Type", "application/json")
                        .header("Cookie", cookies)
                        .header("X-XSRF-TOKEN", csrf)
                        .timeout(patience)
                        .method(
                                method,
                                body.isEmpty()
                                        ? BodyPublishers.noBody()
                                        : BodyPublishers.ofString(body))
                        .build();
        return HTTP.send(request, BodyHandlers.ofString());
    }

    private static JsonNode json(HttpResponse<String> answer) {
        return JSON.readTree(answer.body());
    }
}
