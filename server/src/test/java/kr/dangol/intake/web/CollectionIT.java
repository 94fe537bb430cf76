package kr.dangol.intake.web;

import static kr.dangol.testing.FakePublicData.dripping;
import static kr.dangol.testing.FakePublicData.gatewayError;
import static kr.dangol.testing.FakePublicData.huge;
import static kr.dangol.testing.FakePublicData.json;
import static kr.dangol.testing.FakePublicData.plain;
import static kr.dangol.testing.FakePublicData.truncated;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import kr.dangol.market.Market;
import kr.dangol.shared.BusinessTypes;
import kr.dangol.shared.Regions;
import kr.dangol.testing.DangolTest;
import kr.dangol.testing.FakePublicData;
import kr.dangol.testing.FakePublicData.Behaviour;
import kr.dangol.testing.FakePublicData.Service;
import kr.dangol.testing.TestClient;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import tools.jackson.databind.JsonNode;

/// Collection from the sources to the case book and the market: the whole application against the
/// sources over real HTTP.
@DangolTest
@Import(NoPauses.class)
class CollectionIT {

    private static final String RUNS = "/api/ops/collection/runs";
    private static final FakePublicData FAKE = new FakePublicData();

    @Autowired private TestClient client;
    @Autowired private JdbcClient jdbc;
    @Autowired private Market market;

    private TestClient operator;

    @DynamicPropertySource
    static void useTheFake(DynamicPropertyRegistry registry) {
        FAKE.settings().forEach((name, value) -> registry.add(name, () -> value));
        registry.add("dangol.intake.timeout", () -> "1500ms");
        registry.add("dangol.intake.data-go-kr.calls-per-second", () -> 10_000);
    }

    /// Every third text tells of no event.
    private static String text(String query, int number) {
        if (number % 3 == 0) {
            return "주말에 다녀온 집 이야기예요. 조용해서 좋았어요. @friend_%d 문의 010-1234-%04d"
                    .formatted(number, number);
        }
        return "서울 마포구 카페 이벤트 소식! 11월 %d일부터 인스타그램 팔로우하고 댓글을 남기면 아메리카노 쿠폰을 드려요. 선착순 %d명, 문의 010-1234-%04d @friend_%d"
                .formatted(1 + number % 28, 10 + number, number, number);
    }

    @BeforeEach
    void begin() {
        operator = client.operator();
        FAKE.mend();
        FAKE.quarter("202609").texts(CollectionIT::text);
        jdbc.sql("delete from market.edition where series = 'STORES' and period <> '202609'")
                .update();
        anotherDay();
        // What a fault must leave alone.
        if (!quarterIsOut("202609")) {
            run(Map.of("sources", List.of("datagokr")));
            anotherDay();
        }
    }

    /// Nothing spent, nothing read.
    private void anotherDay() {
        jdbc.sql("delete from intake.item").update();
        jdbc.sql("delete from intake.quota").update();
        jdbc.sql("update intake.source set cursor = null").update();
    }

    @Test
    void isForOperatorsOnly() {
        client.post(RUNS).expectProblem(401, "not-signed-in");
        client.owner().post(RUNS).expectProblem(403, "forbidden");
        client.owner().get("/api/ops/collection/sources").expectProblem(403, "forbidden");
        operator.post(RUNS, Map.of("steps", List.of("guess"))).expectInvalid("steps");
        operator.post(RUNS, Map.of("sources", List.of("guess"))).expectInvalid("sources");
        operator.get(RUNS + "/7d9d2c4e-8f0a-4f55-9d56-0f3f3d1b2a11")
                .expectProblem(404, "collection-run-not-found");
    }

    @Test
    void aNightBringsCasesAndFactsAndASecondOneNothingTwice() {
        var first = run(Map.of());

        assertThat(first.get("status").asString()).as(first.toString()).isEqualTo("completed");
        assertThat(step(first, "fetch", "datagokr").at("/counts/received").asLong())
                .isEqualTo(16 * 40);
        assertThat(step(first, "fetch", "naver").at("/counts/new").asLong()).isEqualTo(60);
        assertThat(step(first, "clean", "naver").at("/counts/read").asLong()).isEqualTo(60);
        var candidates = step(first, "clean", "naver").at("/counts/candidates").asLong();
        assertThat(candidates).isPositive();
        var handed = step(first, "store", "naver").get("counts");
        assertThat(handed.path("stored").asLong(0) + handed.path("refused").asLong(0))
                .as("every candidate is stored or refused with its reason")
                .isEqualTo(candidates);
        assertThat(collected()).isPositive();
        assertThat(step(first, "fetch", "csv").get("status").asString()).isEqualTo("skipped");
        assertThat(step(first, "fetch", "csv").get("note").asString()).contains("DANGOL_CASES_DIR");
        assertThat(step(first, "index", "casebook").get("status").asString())
                .isEqualTo("completed");
        assertThat(FAKE.complaints()).isEmpty();

        var cases = collected();
        var facts = facts();
        var second = run(Map.of());
        assertThat(second.get("status").asString()).isEqualTo("completed");
        assertThat(step(second, "fetch", "naver").at("/counts/new").asLong()).isZero();
        assertThat(step(second, "fetch", "instagram").at("/counts/new").asLong()).isZero();
        assertThat(step(second, "fetch", "datagokr").at("/counts/unchanged").asLong()).isOne();
        assertThat(collected()).isEqualTo(cases);
        assertThat(facts()).isEqualTo(facts);
    }

    @Test
    void factsReachTheTrendsWithSourceAndDate() {
        run(Map.of());
        var cafe = BusinessTypes.find("카페").orElseThrow();
        var place = Regions.find("서울", "강남구").orElseThrow();

        await().atMost(Duration.ofSeconds(30))
                .untilAsserted(() -> {
                    var trends =
                            market.trends(cafe.industry(), cafe, place, LocalDate.of(2026, 12, 20));
                    assertThat(trends.industry().source()).contains("소상공인시장진흥공단");
                    assertThat(trends.location().source())
                            .containsAnyOf("소상공인시장진흥공단", "국가데이터처", "서울시");
                    assertThat(trends.industry().asOf()).isEqualTo(LocalDate.of(2026, 9, 30));
                });
    }

    @Test
    void keepsNoNamesAndNoWordsThatWereRead() {
        run(Map.of("steps", List.of("fetch"), "sources", List.of("naver")));
        var staged =
                jdbc.sql(
                                "select string_agg(coalesce(title, '') || coalesce(body, ''), ' ')"
                                        + " from intake.item where state = 'WAITING'")
                        .query(String.class)
                        .optional()
                        .orElse("");
        assertThat(staged)
                .doesNotContain("@friend")
                .doesNotContain("010-1234")
                .doesNotContain("<b>");

        run(Map.of("steps", List.of("clean"), "sources", List.of("naver")));
        assertThat(
                        jdbc.sql(
                                        "select count(*) from intake.item where source = 'naver'"
                                                + " and (title is not null or body is not null)")
                                .query(Long.class)
                                .single())
                .isZero();
        assertThat(operator.get("/api/ops/collection/preview?source=naver").body())
                .doesNotContain("김아무개");
    }

    static Stream<Arguments> faults() {
        return Stream.of(
                fault("a wrong key, told in XML under 200", gatewayError("30"), "key-refused"),
                fault("a wrong key, told in words", plain(401, "Unauthorized"), "key-refused"),
                fault("no right to the service", gatewayError("20"), "not-allowed"),
                fault("a service that fails", gatewayError("04"), "service-failed"),
                fault(
                        "an error inside the service's own header",
                        json(
                                200,
                                "{\"header\":{\"resultCode\":\"01\",\"resultMsg\":\"APPLICATION_ERROR\"}}"),
                        "service-failed"),
                fault("a body that is cut off", truncated(), "cut-off"),
                fault(
                        "JSON that ends in the middle",
                        json(200, "{\"header\":{\"resultCode\":\"00\""),
                        "cut-off"),
                fault("an empty body", plain(200, ""), "cut-off"),
                fault("fifty megabytes", huge(50_000_000), "too-large"),
                fault("no answer in time", dripping(), "timed-out"),
                fault("another shape", json(200, "{\"result\":[]}"), "changed"),
                fault(
                        "renamed fields",
                        json(
                                200,
                                "{\"header\":{\"resultCode\":\"00\",\"stdrYm\":\"202609\"},\"body\":{\"rows\":[],\"totalCount\":9}}"),
                        "changed"),
                fault("a page of the maintenance", plain(200, "<html>점검 중</html>"), "changed"),
                fault(
                        "as many pages as it likes",
                        json(
                                200,
                                "{\"header\":{\"resultCode\":\"00\",\"stdrYm\":\"202609\"},\"body\":{\"items\":[],\"totalCount\":99999999}}"),
                        "endless"));
    }

    private static Arguments fault(String name, Behaviour behaviour, String code) {
        return Arguments.of(name, behaviour, code);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("faults")
    void everyFaultEndsInAClearStateAndLeavesTheRestAlone(
            String name, Behaviour behaviour, String code) {
        var facts = facts();
        var staged = staged();
        FAKE.always(Service.SHOPS, behaviour);

        var run =
                run(
                        Map.of(
                                "sources",
                                List.of("datagokr", "kosis"),
                                "steps",
                                List.of("fetch", "clean", "store")));

        assertThat(run.get("status").asString()).isEqualTo("completed_with_errors");
        var failed = step(run, "fetch", "datagokr");
        assertThat(failed.get("status").asString()).isEqualTo("failed");
        assertThat(failed.at("/error/code").asString()).isEqualTo(code);
        assertThat(failed.at("/error/message").asString()).isNotBlank().doesNotContain("ab+cd");
        assertThat(step(run, "fetch", "kosis").get("status").asString()).isEqualTo("completed");
        assertThat(shopFacts(facts())).isEqualTo(shopFacts(facts));
        assertThat(staged()).isEqualTo(staged);
        assertThat(source("datagokr").at("/problem/code").asString()).isEqualTo(code);
    }

    @Test
    void aPassingFaultIsGotOver() {
        FAKE.then(Service.SHOPS, gatewayError("05"), truncated(), gatewayError("23"));
        var run = run(Map.of("sources", List.of("datagokr")));
        assertThat(run.get("status").asString()).as(run.toString()).isEqualTo("completed");
    }

    @Test
    void thePageThatComesAgainIsNoticed() {
        FAKE.shops(Map.of("11", 3_000L)).quarter("202612");
        // 서울's first page for each of its pages.
        var page = FAKE.shopPage("11", 3_000, 0, 1_000);
        FAKE.always(
                Service.SHOPS,
                exchange -> {
                    var asked = exchange.getRequestURI().getRawQuery();
                    var code = asked.replaceAll(".*&key=(\\d+).*", "$1");
                    var rows = asked.contains("numOfRows=1&") ? 1 : 1_000;
                    var total = code.equals("11") ? 3_000L : 40L;
                    json(
                                    200,
                                    rows == 1_000 && code.equals("11")
                                            ? page
                                            : FAKE.shopPage(code, total, 0, rows))
                            .answer(exchange);
                });
        var run = run(Map.of("sources", List.of("datagokr")));
        assertThat(step(run, "fetch", "datagokr").at("/error/code").asString())
                .isEqualTo("endless");
    }

    @Test
    void aQuotaInTheMiddlePausesAndTheNextNightGoesOnWhereItWas() {
        FAKE.shops(Map.of("11", 45_000L)).quarter("202703");
        var before = FAKE.calls(Service.SHOPS);
        // Sixteen counts and twenty-five of the forty-five pages of 서울.
        FAKE.limit(Service.SHOPS, before + 41);

        var paused = run(Map.of("sources", List.of("datagokr")));

        assertThat(step(paused, "fetch", "datagokr").get("status").asString()).isEqualTo("paused");
        assertThat(step(paused, "fetch", "datagokr").at("/error/code").asString())
                .isEqualTo("quota-reached");
        assertThat(FAKE.overdrawn())
                .as("asked once, told, and not asked again")
                .isLessThanOrEqualTo(1);
        assertThat(quarterIsOut("202703")).isFalse();

        jdbc.sql("delete from intake.quota").update();
        FAKE.limit(Service.SHOPS, Long.MAX_VALUE);
        var calls = FAKE.calls(Service.SHOPS);
        var resumed =
                operator.post(RUNS + "/" + paused.get("id").asString() + "/resume")
                        .expect(202)
                        .json();
        var done = ended(resumed.get("id").asString());

        assertThat(done.get("status").asString()).as(done.toString()).isEqualTo("completed");
        // Twenty pages were kept: sixteen counts, twenty-five pages of 서울, one of each other 시도.
        assertThat(FAKE.calls(Service.SHOPS) - calls).isEqualTo(16 + 25 + 15);
        assertThat(
                        jdbc.sql(
                                        "select sum(value)::bigint from market.fact where series ="
                                                + " 'STORES' and period = '202703' and city = '' and"
                                                + " length(subject) = 4")
                                .query(Long.class)
                                .single())
                .isEqualTo(45_000 + 15 * 40);
    }

    @Test
    void ourOwnLedgerStopsBeforeTheProviderDoes() {
        jdbc.sql(
                        "insert into intake.quota (source, window_name, window_start, used) values"
                                + " ('naver', 'day', :day, 24999)")
                .param("day", LocalDate.now(java.time.ZoneId.of("Asia/Seoul")))
                .update();
        var calls = FAKE.calls(Service.BLOGS);
        var run = run(Map.of("sources", List.of("naver"), "steps", List.of("fetch")));
        assertThat(step(run, "fetch", "naver").get("status").asString()).isEqualTo("paused");
        assertThat(FAKE.calls(Service.BLOGS) - calls).isEqualTo(1);
        assertThat(operator.get("/api/ops/collection/quotas").body()).contains("\"used\":25000");
    }

    @Test
    void aRunIsStoppedAndResumedAndOnlyOneRunsAtATime() {
        FAKE.then(Service.BLOGS, dripping());
        var started = operator.post(RUNS, Map.of("sources", List.of("naver"))).expect(202);
        var id = started.json().get("id").asString();
        assertThat(started.header("Location")).isEqualTo(RUNS + "/" + id);
        operator.post(RUNS).expectProblem(409, "collection-running");
        operator.post(RUNS + "/" + id + "/resume")
                .expectProblem(409, "collection-nothing-to-resume");

        operator.post(RUNS + "/" + id + "/stop").expect(202);
        var stopped = ended(id);
        assertThat(stopped.get("status").asString()).isEqualTo("cancelled");

        operator.post(RUNS + "/" + id + "/resume").expect(202);
        assertThat(ended(id).get("status").asString()).isEqualTo("completed");
        operator.post(RUNS + "/" + id + "/resume")
                .expectProblem(409, "collection-nothing-to-resume");
    }

    @Test
    void refusalsAreCountedByReasonAndCanBeLookedAt() {
        var run = run(Map.of("sources", List.of("naver"), "steps", List.of("fetch", "clean")));
        var refusals =
                operator.get(RUNS + "/" + run.get("id").asString() + "/refusals?limit=5").json();
        var told =
                refusals.get("reasons")
                        .valueStream()
                        .mapToLong(each -> each.get("amount").asLong())
                        .sum();
        assertThat(told).isEqualTo(step(run, "clean", "naver").at("/counts/refused").asLong());
        assertThat(told).isGreaterThanOrEqualTo(20);
        assertThat(refusals.at("/reasons/0/reason").asString()).isNotBlank();
        assertThat(refusals.get("items").size()).isEqualTo(5);
        assertThat(refusals.at("/items/0/subject").asString())
                .startsWith("https://blog.naver.com/");
        var next =
                operator.get(
                                RUNS
                                        + "/"
                                        + run.get("id").asString()
                                        + "/refusals?limit=5&cursor="
                                        + refusals.get("nextCursor").asString())
                        .json();
        assertThat(next.at("/items/0/id").asLong())
                .isGreaterThan(refusals.at("/items/4/id").asLong());
    }

    private JsonNode run(Map<String, ?> request) {
        var started = operator.post(RUNS, new HashMap<>(request)).expect(202).json();
        return ended(started.get("id").asString());
    }

    private JsonNode ended(String id) {
        await().atMost(Duration.ofSeconds(90))
                .until(() ->
                        !operator.get(RUNS + "/" + id)
                                .json()
                                .get("status")
                                .asString()
                                .equals("running"));
        return operator.get(RUNS + "/" + id).json();
    }

    private static JsonNode step(JsonNode run, String name, String source) {
        return run.get("steps")
                .valueStream()
                .filter(each ->
                        each.get("name").asString().equals(name)
                                && each.get("source").asString().equals(source))
                .findFirst()
                .orElseThrow();
    }

    private JsonNode source(String key) {
        return operator.get("/api/ops/collection/sources")
                .json()
                .get("items")
                .valueStream()
                .filter(each -> each.get("source").asString().equals(key))
                .findFirst()
                .orElseThrow();
    }

    private long collected() {
        return jdbc.sql("select count(*) from casebook.precedents where origin = 'COLLECTED'")
                .query(Long.class)
                .single();
    }

    private List<String> facts() {
        return jdbc.sql(
                        "select series || period || subject || city || district || value from"
                                + " market.fact order by 1")
                .query((row, number) -> row.getString(1))
                .list();
    }

    private static List<String> shopFacts(List<String> facts) {
        return facts.stream().filter(each -> each.startsWith("STORES")).toList();
    }

    private long staged() {
        return jdbc.sql("select count(*) from intake.figure where source = 'datagokr'")
                .query(Long.class)
                .single();
    }

    private boolean quarterIsOut(String quarter) {
        return jdbc.sql(
                                "select count(*) from market.edition where series = 'STORES' and"
                                        + " period = :period")
                        .param("period", quarter)
                        .query(Long.class)
                        .single()
                > 0;
    }
}
