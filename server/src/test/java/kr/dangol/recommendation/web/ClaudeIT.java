package kr.dangol.recommendation.web;

import static kr.dangol.testing.ClaudeAnswers.sixPlans;
import static kr.dangol.testing.FakeClaude.failing;
import static kr.dangol.testing.FakeClaude.saying;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import java.time.Clock;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import kr.dangol.intake.reading.CaseReader;
import kr.dangol.intake.reading.CollectedText;
import kr.dangol.recommendation.web.EventReader.Event;
import kr.dangol.testing.DangolTest;
import kr.dangol.testing.FakeClaude;
import kr.dangol.testing.FakeClaude.Behaviour;
import kr.dangol.testing.TestClient;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// The main job with Claude as its writer: the whole application, the real SDK, a fake vendor over
/// HTTP. Each test asks for another wish, since the same brief would be answered from the cache.
@DangolTest
class ClaudeIT {

    private static final String PATH = "/api/recommendations";
    private static final JsonMapper JSON = JsonMapper.shared();
    private static final FakeClaude CLAUDE = new FakeClaude("test-key", saying(sixPlans("첫")));

    @Autowired private TestClient client;
    @Autowired private JdbcClient jdbc;
    @Autowired private CircuitBreaker breaker;
    @Autowired private CaseReader reader;
    @Autowired private Clock clock;

    @DynamicPropertySource
    static void useTheFake(DynamicPropertyRegistry registry) {
        registry.add("dangol.languagemodel.api-key", () -> "test-key");
        registry.add("dangol.languagemodel.base-url", CLAUDE::baseUrl);
        registry.add("dangol.languagemodel.requests-per-minute", () -> 10_000);
    }

    @BeforeEach
    void speakWell() {
        // What one test breaks on purpose must not make the model rest in the next.
        breaker.reset();
        CLAUDE.otherwise(saying(sixPlans("첫")));
    }

    @Test
    void theWordsComeFromClaudeAndTheNumbersFromUs() {
        var answer = ask("손님이 더 왔으면 좋겠어요");

        assertThat(answer.at("/metadata/engine").asString()).isEqualTo("claude");
        assertThat(answer.at("/metadata/model").asString()).isEqualTo("claude-haiku-5-5");
        assertThat(answer.at("/metadata/promptVersion").asString()).isEqualTo("v1");
        assertThat(answer.at("/metadata/degraded").asBoolean()).isFalse();
        assertThat(answer.at("/metadata/modelUsage/outputTokens").asInt()).isPositive();
        assertThat(answer.at("/metadata/modelUsage/cachedInputTokens").asInt()).isEqualTo(2200);
        assertThat(answer.at("/metadata/costKrw").asInt()).isPositive();
        for (var plan : plans(answer)) {
            assertThat(plan.get("origin").asString()).isEqualTo("model");
            assertThat(plan.get("title").asString()).startsWith("첫");
            assertThat(plan.get("expectedParticipants").asInt()).isPositive();
            assertThat(plan.at("/kit/steps").size()).isEqualTo(3);
            assertThat(sumOfCosts(plan)).isEqualTo(plan.get("cost").asLong());
        }
        assertThat(CLAUDE.complaints()).isEmpty();
    }

    @Test
    void textsOfTheNightAreReadThroughTheSameDoor() {
        CLAUDE.then(
                saying(
                        """
                        {"events":[{"n":0,"name":"감사 이벤트","prize":"쿠키 세트","actions":["SUBSCRIBE"],
                         "trade":"마라탕집","place":"서울 광진구","sure":95}]}
                        """));
        var text = "마라탕집 감사 이벤트! 네이버 알림받기 누르시면 쿠키 세트 하나씩 챙겨 보내요. 서울 광진구 마라탕집";
        var readings =
                reader.read(
                        List.of(
                                new CollectedText(
                                        "1", "naver", null, text, "https://example.com/1", null)));
        assertThat(readings.getFirst().cases())
                .singleElement()
                .satisfies(read -> assertThat(read.prize()).isEqualTo("쿠키 세트"));
        assertThat(CLAUDE.complaints()).isEmpty();
        // The ledger is written behind the answer.
        await().untilAsserted(() ->
                assertThat(
                                jdbc.sql(
                                                "select count(*) from languagemodel.model_call where task = 'reading'")
                                        .query(Long.class)
                                        .single())
                        .isEqualTo(1));
    }

    @Test
    void plansReachTheOwnerWhileClaudeStillWrites() throws Exception {
        CLAUDE.then(saying(sixPlans("흐름"), Duration.ofMillis(100), 250));
        var names = new ArrayList<String>();
        var firstPlanNanos = 0L;
        try (var stream = EventReader.post(client.owner(), PATH, request("천천히 보고 싶어요"))) {
            for (var event = stream.next(); event != null; event = stream.next()) {
                names.add(event.name());
                if (event.name().equals("plan") && firstPlanNanos == 0) {
                    firstPlanNanos = System.nanoTime();
                }
            }
        }
        assertThat(names).startsWith("trends", "plan").endsWith("done").hasSize(8);
        // The whole answer takes over a second at this pace: the first plan came well before.
        assertThat(System.nanoTime() - firstPlanNanos)
                .isGreaterThan(Duration.ofMillis(300).toNanos());
    }

    @Test
    void aRefusedPlanCostsItsOwnSlotOnly() {
        CLAUDE.then(saying(sixPlans("낱").replaceFirst("참여해 주세요", "매출이 300% 늘어요")));

        var answer = ask("조용한 이벤트면 좋겠어요");

        assertThat(answer.at("/metadata/engine").asString()).isEqualTo("mixed");
        assertThat(answer.at("/metadata/degraded").asBoolean()).isTrue();
        assertThat(answer.at("/metadata/message").asString()).isNotBlank();
        assertThat(plans(answer))
                .extracting(plan -> plan.get("origin").asString())
                .containsExactly("planner", "model", "model", "model", "model", "model");
    }

    @Test
    void anOwnerGetsSixPlansWhateverClaudeDoes() {
        var behaviours =
                Map.<String, Behaviour>of(
                        "overloaded", failing(529, "overloaded_error"),
                        "server error", failing(500, "api_error"),
                        "spend limit", failing(429, "rate_limit_error"),
                        "billing", failing(402, "billing_error"),
                        "bad request", failing(400, "invalid_request_error"),
                        "no JSON", saying("죄송하지만 도와드릴 수 없어요"),
                        "refusal",
                                stream -> {
                                    stream.begin(10, 0, 0);
                                    stream.end("refusal", 10, 1);
                                },
                        "cut by tokens",
                                stream -> {
                                    stream.begin(10, 0, 0);
                                    stream.text(sixPlans("반").substring(0, 400));
                                    stream.end("max_tokens", 10, 100);
                                },
                        "early end",
                                stream -> {
                                    stream.begin(10, 0, 0);
                                    stream.text(sixPlans("끝").substring(0, 400));
                                    stream.breakOff();
                                });
        behaviours.forEach((name, behaviour) -> {
            CLAUDE.otherwise(behaviour);
            var answer = ask("이유: " + name);
            assertThat(plans(answer)).as(name).hasSize(6);
            assertThat(answer.at("/metadata/degraded").asBoolean()).as(name).isTrue();
            assertThat(answer.at("/metadata/message").asString()).as(name).isNotBlank();
            assertThat(answer.at("/metadata/engine").asString()).as(name).isIn("planner", "mixed");
        });
        CLAUDE.otherwise(saying(sixPlans("첫")));
        assertThat(ask("이유: overloaded").at("/metadata/cacheHit").asBoolean())
                .as("a degraded answer is not kept")
                .isFalse();
    }

    @Test
    void keepsWhatIsFinishedWhenTimeIsUp() {
        CLAUDE.then(saying(sixPlans("느린"), Duration.ofMillis(500), 20));
        var started = System.nanoTime();

        var answer = ask("느긋하게 하고 싶어요");

        assertThat(Duration.ofNanos(System.nanoTime() - started))
                .isLessThan(Duration.ofMillis(10_200));
        assertThat(answer.at("/metadata/engine").asString()).isEqualTo("mixed");
        assertThat(answer.at("/metadata/message").asString()).isNotBlank();
        assertThat(plans(answer))
                .extracting(plan -> plan.get("origin").asString())
                .startsWith("model")
                .endsWith("planner");
    }

    @Test
    void fiftyIdenticalRequestsAtOnceMakeOneCall() throws Exception {
        CLAUDE.then(saying(sixPlans("같은"), Duration.ofMillis(300), 400));
        var before = CLAUDE.requests().size();
        var owners = IntStream.range(0, 50).mapToObj(_ -> client.owner()).toList();

        List<Future<JsonNode>> answers;
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            answers =
                    owners.stream()
                            .map(owner ->
                                    threads.submit(() ->
                                            owner.post(PATH, request("모두 함께 물어요"))
                                                    .expect(200)
                                                    .json()))
                            .toList();
        }

        assertThat(CLAUDE.requests().size() - before).isEqualTo(1);
        for (var answer : answers) {
            assertThat(plans(answer.get())).hasSize(6);
        }
    }

    @Test
    void anOwnerWhoLeavesClosesTheCallWithinASecond() throws Exception {
        var abandoned = CLAUDE.abandoned();
        CLAUDE.then(saying(sixPlans("떠난"), Duration.ZERO, 60));
        try (var stream = EventReader.post(client.owner(), PATH, request("금방 갈게요"))) {
            Event event;
            do {
                event = stream.next();
            } while (event != null && !event.name().equals("plan"));
        }
        await().atMost(Duration.ofSeconds(2))
                .untilAsserted(() -> assertThat(CLAUDE.abandoned()).isGreaterThan(abandoned));
    }

    @Test
    void throughRandomFaultsEveryAnswerIsWholeAndTheLedgerCountsToTheToken() throws Exception {
        var seed = 20261122L;
        var random = new Random(seed);
        awaitLedger();
        var inputBefore = sum("input_tokens + cache_write_tokens + cache_read_tokens");
        var outputBefore = sum("output_tokens");
        var vendorInput = CLAUDE.endedInputTokens();
        var vendorOutput = CLAUDE.endedOutputTokens();
        CLAUDE.otherwise(stream -> anyFault(random).answer(stream));

        List<Future<JsonNode>> answers;
        try (var threads = Executors.newFixedThreadPool(8)) {
            answers =
                    IntStream.range(0, 80)
                            .mapToObj(i -> threads.submit(() -> ask("장부 " + i)))
                            .toList();
        }

        for (var answer : answers) {
            var json = answer.get();
            assertThat(plans(json)).hasSize(6);
            assertThat(json.at("/metadata/degraded").asBoolean())
                    .isNotEqualTo(json.at("/metadata/engine").asString().equals("claude"));
        }
        assertThat(CLAUDE.endedOutputTokens()).isGreaterThan(vendorOutput);
        await().untilAsserted(() -> {
            assertThat(sum("input_tokens + cache_write_tokens + cache_read_tokens") - inputBefore)
                    .as("seed %d", seed)
                    .isEqualTo(CLAUDE.endedInputTokens() - vendorInput);
            assertThat(sum("output_tokens") - outputBefore)
                    .isEqualTo(CLAUDE.endedOutputTokens() - vendorOutput);
        });
    }

    /// Two in five go wrong, each in another way.
    private static Behaviour anyFault(Random random) {
        int choice;
        synchronized (random) {
            choice = random.nextInt(10);
        }
        return switch (choice) {
            case 0 -> failing(529, "overloaded_error");
            case 1 ->
                    stream -> {
                        stream.begin(800, 0, 2200);
                        stream.text(sixPlans("끝").substring(0, 400));
                        stream.breakOff();
                    };
            case 2 -> saying("죄송하지만 도와드릴 수 없어요");
            case 3 ->
                    stream -> {
                        stream.begin(800, 0, 2200);
                        stream.text(sixPlans("반").substring(0, 400));
                        stream.end("max_tokens", 3000, 2000);
                    };
            default -> saying(sixPlans("성한"));
        };
    }

    @Test
    void anExperimentGivesEveryShopItsArmForGoodAndAWinnerServesAll() throws Exception {
        // Somebody must have asked of late for the plan to know of any shop.
        ask("실험 전에 물어요");
        var operator = client.operator();
        var shipped = operator.get("/api/ops/prompts/v1").expect(200).json();
        var words = shipped.get("systemText").asString();
        var other =
                operator.post(
                                "/api/ops/prompts",
                                Map.of(
                                        "basedOn", "v1",
                                        "systemText", words.replace("짧고 따뜻하게", "담백하고 짧게"),
                                        "note", "담백한 말투"))
                        .expect(201)
                        .json()
                        .get("version")
                        .asString();
        var drafted =
                operator.post(
                                "/api/ops/experiments",
                                Map.of(
                                        "name",
                                        "담백한 말투",
                                        "measure",
                                        "choice-rate",
                                        "windowDays",
                                        14,
                                        "arms",
                                        List.of(
                                                Map.of("kind", "model", "promptVersion", "v1"),
                                                Map.of("kind", "model", "promptVersion", other))))
                        .expect(201)
                        .json();
        assertThat(drafted.at("/plan/recentShops").asInt()).isPositive();
        assertThat(drafted.get("result").isNull()).isTrue();
        var path = "/api/ops/experiments/" + drafted.get("id").asString();
        operator.patch(path, Map.of("status", "running")).expect(200);
        try {
            var owners = IntStream.range(0, 12).mapToObj(_ -> client.owner()).toList();
            var versions = new ArrayList<String>();
            for (var owner : owners) {
                var first = owner.post(PATH, request("실험이에요")).expect(200).json();
                var again = owner.post(PATH, request("실험이에요")).expect(200).json();
                assertThat(again.at("/metadata/promptVersion"))
                        .isEqualTo(first.at("/metadata/promptVersion"));
                assertThat(again.at("/metadata/cacheHit").asBoolean()).isTrue();
                versions.add(first.at("/metadata/promptVersion").asString());
            }
            assertThat(versions).contains("v1", other);
            assertThat(CLAUDE.requests().stream().map(body -> body.at("/system/0/text").asString()))
                    .anyMatch(text -> text.contains("담백하고 짧게"));

            // Watching is being shown: the stream is left after the first plan.
            var watcher = client.owner();
            CLAUDE.then(saying(sixPlans("보다"), Duration.ZERO, 60));
            try (var stream = EventReader.post(watcher, PATH, request("보다가 나가요"))) {
                Event event;
                do {
                    event = stream.next();
                } while (event != null && !event.name().equals("plan"));
            }
            await().untilAsserted(() -> {
                var result = operator.get(path).expect(200).json().get("result");
                var seen =
                        result.get("arms")
                                .valueStream()
                                .mapToInt(arm -> arm.get("shops").asInt())
                                .sum();
                assertThat(seen).isEqualTo(13);
                assertThat(result.get("verdict").asString()).isEqualTo("not-yet");
                assertThat(result.get("summary").asString()).isEqualTo("아직 알 수 없음");
            });
            operator.patch("/api/ops/prompts/" + other, Map.of("note", "고침")).expect(409);

            operator.patch(path, Map.of("status", "promoted", "arm", "B")).expect(200);
            assertThat(ask("모두에게 쓰여요").at("/metadata/promptVersion").asString()).isEqualTo(other);
        } finally {
            operator.patch("/api/ops/prompts/v1", Map.of("status", "active")).expect(200);
        }
        assertThat(ask("다시 처음으로").at("/metadata/promptVersion").asString()).isEqualTo("v1");
    }

    @Test
    void experimentsAreForOperatorsAndCheckedBeforeTheyStart() {
        client.owner().get("/api/ops/experiments").expect(403);
        client.owner().get("/api/ops/prompts").expect(403);
        var operator = client.operator();
        operator.get("/api/ops/experiments/00000000-0000-0000-0000-000000000001").expect(404);
        operator.get("/api/ops/prompts/v99").expect(404);
        operator.post("/api/ops/prompts", Map.of("basedOn", "v1", "systemText", "좋은 글을 써 주세요"))
                .expect(400);
        var two = List.of(Map.of("kind", "planner"), Map.of("kind", "planner"));
        operator.post(
                        "/api/ops/experiments",
                        Map.of("name", "같은 것", "measure", "outcome", "windowDays", 7, "arms", two))
                .expect(400);
    }

    @Test
    void operatorsSeeWhatItCost() {
        ask("장부를 보여 줘요");

        var operator = client.operator();
        await().untilAsserted(() ->
                assertThat(
                                operator.get("/api/ops/usage?by=day")
                                        .expect(200)
                                        .json()
                                        .get("items")
                                        .valueStream())
                        .anySatisfy(row -> {
                            assertThat(row.get("task").asString()).isEqualTo("plans");
                            assertThat(row.get("costKrw").asLong()).isPositive();
                        }));
        client.owner().get("/api/ops/usage").expect(403);
    }

    private JsonNode ask(String wish) {
        return client.owner().post(PATH, request(wish)).expect(200).json();
    }

    /// The ledger is written behind the answers, in their order: once it holds a call begun now, it
    /// holds all that ended before.
    private void awaitLedger() {
        var now = OffsetDateTime.now(clock);
        ask("장부를 펴는 중");
        await().until(() ->
                jdbc.sql(
                                "select exists (select from languagemodel.model_call where started_at >= ?)")
                        .param(now)
                        .query(Boolean.class)
                        .single());
    }

    private long sum(String column) {
        return jdbc.sql(
                        "select coalesce(sum("
                                + column
                                + "), 0) from languagemodel.model_call"
                                + " where ending in ('complete', 'truncated', 'refused')")
                .query(Long.class)
                .single();
    }

    private static Map<String, Object> request(String wish) {
        return Map.of(
                "eventPurpose",
                "신규고객유치",
                "storeInfo",
                Map.of(
                        "industry", "음식점",
                        "businessType", "고깃집",
                        "location", Map.of("city", "서울", "district", "강남구")),
                "wish",
                wish);
    }

    private static List<JsonNode> plans(JsonNode answer) {
        return answer.at("/data/recommendations").valueStream().toList();
    }

    private static long sumOfCosts(JsonNode plan) {
        return plan.at("/kit/costItems")
                .valueStream()
                .mapToLong(item -> item.get("amount").asLong())
                .sum();
    }
}
