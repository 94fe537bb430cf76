package kr.dangol.intake.web;

import static kr.dangol.testing.FakePublicData.dripping;
import static kr.dangol.testing.FakePublicData.gatewayError;
import static kr.dangol.testing.FakePublicData.huge;
import static kr.dangol.testing.FakePublicData.json;
import static kr.dangol.testing.FakePublicData.plain;
import static kr.dangol.testing.FakePublicData.truncated;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import kr.dangol.testing.DangolTest;
import kr.dangol.testing.FakePublicData;
import kr.dangol.testing.FakePublicData.Behaviour;
import kr.dangol.testing.FakePublicData.Service;
import kr.dangol.testing.TestClient;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import tools.jackson.databind.JsonNode;

/// Every source through every fault that its published form can show, over real HTTP; what shops
/// add to it stands in [CollectionIT]. Naver is asked in its legacy form here and in the new one
/// there; both are read by the same reader.
@DangolTest
@Import(NoPauses.class)
class SourceFaultsIT {

    private static final String RUNS = "/api/ops/collection/runs";
    private static final FakePublicData FAKE = new FakePublicData();

    private static final String CASES =
            """
            title,prize,participation,business_type,address,date,purpose,type,cost,participants,roi,source
            단골 도장 모으기 행사,드립백 한 상자,도장 열 개를 모아 주세요,카페,서울 마포구,2026-03-02,재방문유도,오프라인,400000,120,150,폴더에서 온 사례
            """;

    /// What the next run goes on with by itself.
    private static final Set<String> PAUSING = Set.of("quota-reached", "too-fast");

    private static final Set<Asked> READ = EnumSet.noneOf(Asked.class);

    @TempDir private static Path folder;

    @Autowired private TestClient client;
    @Autowired private JdbcClient jdbc;

    private TestClient operator;

    /// The sources that are asked over HTTP, and what they answer there.
    enum Asked {
        HOLIDAYS(Service.HOLIDAYS),
        KOSIS(Service.KOSIS),
        NAVER(Service.BLOGS),
        INSTAGRAM(Service.HASHTAGS),
        SEOUL(Service.SEOUL);

        private final Service service;

        Asked(Service service) {
            this.service = service;
        }

        String key() {
            return name().toLowerCase(java.util.Locale.ROOT);
        }
    }

    @DynamicPropertySource
    static void useTheFake(DynamicPropertyRegistry registry) {
        FAKE.settings().forEach((name, value) -> registry.add(name, () -> value));
        registry.add("dangol.intake.naver.api", () -> "legacy");
        registry.add("dangol.intake.cases-dir", () -> folder.toString());
        registry.add("dangol.intake.timeout", () -> "1500ms");
        for (var provider : List.of("data-go-kr", "kosis", "naver", "instagram", "seoul")) {
            registry.add("dangol.intake." + provider + ".calls-per-second", () -> 10_000);
        }
    }

    @BeforeEach
    void begin() throws IOException {
        operator = client.operator();
        FAKE.mend();
        FAKE.blogPosts(30).captions(20).texts(SourceFaultsIT::text);
        Files.writeString(folder.resolve("cases.csv"), CASES);
        anotherDay();
    }

    private static String text(String query, int number) {
        return "서울 마포구 카페 이벤트 소식! 11월 %d일부터 인스타그램 팔로우하고 댓글을 남기면 아메리카노 쿠폰을 드려요. 선착순 %d명"
                .formatted(1 + number % 28, 10 + number);
    }

    /// Quotas are fresh, and everything is asked for again.
    private void anotherDay() {
        jdbc.sql("delete from intake.quota").update();
        jdbc.sql("update intake.source set cursor = null where source <> 'csv'").update();
    }

    static Stream<Arguments> faults() {
        var all = Stream.<Arguments>builder();
        for (var source : Asked.values()) {
            all.add(fault(source, "a body that is cut off", truncated(), "cut-off"));
            all.add(fault(source, "an empty body", plain(200, ""), "cut-off"));
            all.add(fault(source, "fifty megabytes", huge(50_000_000), "too-large"));
            all.add(fault(source, "no answer in time", dripping(), "timed-out"));
            all.add(fault(source, "another shape", json(200, "{\"result\":[]}"), "changed"));
            all.add(fault(source, "maintenance", plain(200, "<html>점검 중</html>"), "changed"));
            all.add(fault(source, "a server error", json(503, "{}"), "service-failed"));
            all.add(
                    fault(
                            source,
                            "JSON that ends in the middle",
                            json(200, "{\"a\":[1,"),
                            "cut-off"));
        }
        return Stream.of(all.build(), ofHolidays(), ofKosis(), ofNaver(), ofInstagram(), ofSeoul())
                .flatMap(each -> each);
    }

    private static Stream<Arguments> ofHolidays() {
        return Stream.of(
                fault(
                        Asked.HOLIDAYS,
                        "a wrong key, in XML under 200",
                        gatewayError("30"),
                        "key-refused"),
                fault(Asked.HOLIDAYS, "no right to the service", gatewayError("20"), "not-allowed"),
                fault(Asked.HOLIDAYS, "the day's quota", gatewayError("22"), "quota-reached"),
                fault(Asked.HOLIDAYS, "too many at once", gatewayError("23"), "too-fast"),
                fault(
                        Asked.HOLIDAYS,
                        "renamed fields",
                        json(
                                200,
                                "{\"response\":{\"header\":{\"resultCode\":\"00\"},\"body\":{\"items\":{\"item\":{\"holiday\":\"Y\",\"date\":20261225}}}}}"),
                        "changed"),
                fault(
                        Asked.HOLIDAYS,
                        "a day that is none",
                        json(
                                200,
                                "{\"response\":{\"header\":{\"resultCode\":\"00\"},\"body\":{\"items\":{\"item\":{\"isHoliday\":\"Y\",\"locdate\":\"12/25\"}}}}}"),
                        "changed"));
    }

    private static Stream<Arguments> ofKosis() {
        return Stream.of(
                fault(Asked.KOSIS, "a wrong key", json(200, "{\"err\":\"11\"}"), "key-refused"),
                fault(
                        Asked.KOSIS,
                        "a wrong key, in XML",
                        plain(200, "<error><err>11</err><errMsg>인증키</errMsg></error>"),
                        "key-refused"),
                fault(
                        Asked.KOSIS,
                        "no right to a table",
                        json(200, "{\"err\":\"42\"}"),
                        "not-allowed"),
                fault(
                        Asked.KOSIS,
                        "the day's quota",
                        json(200, "{\"err\":\"41\"}"),
                        "quota-reached"),
                fault(Asked.KOSIS, "too many at once", json(200, "{\"err\":\"40\"}"), "too-fast"),
                fault(
                        Asked.KOSIS,
                        "its own failure",
                        json(200, "{\"err\":\"50\"}"),
                        "service-failed"),
                fault(
                        Asked.KOSIS,
                        "no number of axes that it likes",
                        json(200, "{\"err\":\"21\"}"),
                        "refused"),
                fault(Asked.KOSIS, "no rows at all", json(200, "{\"err\":\"30\"}"), "changed"),
                fault(
                        Asked.KOSIS,
                        "renamed fields",
                        json(200, "[{\"TIME\":\"202601\",\"ITEM\":\"x\",\"VALUE\":\"1\"}]"),
                        "changed"),
                fault(
                        Asked.KOSIS,
                        "periods of another form",
                        json(
                                200,
                                "[{\"PRD_DE\":\"2026.1\",\"ITM_NM\":\"불변지수\",\"C1_NM\":\"서울\",\"DT\":\"1\"}]"),
                        "changed"));
    }

    private static Stream<Arguments> ofNaver() {
        return Stream.of(
                fault(
                        Asked.NAVER,
                        "a wrong key, legacy",
                        json(
                                401,
                                "{\"errorMessage\":\"NID AUTH Result Invalid\",\"errorCode\":\"024\"}"),
                        "key-refused"),
                fault(
                        Asked.NAVER,
                        "a wrong key, new",
                        json(
                                401,
                                "{\"error\":{\"errorCode\":\"200\",\"message\":\"Authentication Failed\"}}"),
                        "key-refused"),
                fault(
                        Asked.NAVER,
                        "no right to the service",
                        json(403, "{\"errorMessage\":\"x\",\"errorCode\":\"403\"}"),
                        "not-allowed"),
                fault(
                        Asked.NAVER,
                        "the day's quota",
                        json(429, "{\"errorMessage\":\"limit\",\"errorCode\":\"010\"}"),
                        "quota-reached"),
                fault(
                        Asked.NAVER,
                        "too many at once",
                        json(429, "{\"errorMessage\":\"speed\",\"errorCode\":\"012\"}"),
                        "too-fast"),
                fault(
                        Asked.NAVER,
                        "renamed fields",
                        json(200, "{\"items\":[{\"name\":\"a\",\"url\":\"b\"}]}"),
                        "changed"),
                fault(
                        Asked.NAVER,
                        "a day of another form",
                        json(
                                200,
                                "{\"items\":[{\"title\":\"a\",\"description\":\"b\",\"link\":\"https://blog.naver.com/a/1\",\"postdate\":\"2026-11-22\"}]}"),
                        "changed"));
    }

    private static Stream<Arguments> ofInstagram() {
        return Stream.of(
                fault(Asked.INSTAGRAM, "a wrong token", graph(190), "key-refused"),
                fault(Asked.INSTAGRAM, "no right to the hashtags", graph(10), "not-allowed"),
                fault(Asked.INSTAGRAM, "the quota", graph(4), "quota-reached"),
                fault(Asked.INSTAGRAM, "its own failure", graph(2), "service-failed"),
                fault(Asked.INSTAGRAM, "an unknown error", graph(100), "refused"),
                fault(
                        Asked.INSTAGRAM,
                        "renamed fields",
                        json(200, "{\"data\":[{\"pk\":\"1\",\"text\":\"b\"}]}"),
                        "changed"),
                fault(
                        Asked.INSTAGRAM,
                        "a time of another form",
                        json(
                                200,
                                "{\"data\":[{\"id\":\"1\",\"permalink\":\"https://www.instagram.com/p/1/\",\"timestamp\":1790000000}]}"),
                        "changed"));
    }

    private static Behaviour graph(int code) {
        return json(400, "{\"error\":{\"message\":\"x\",\"code\":" + code + "}}");
    }

    private static Stream<Arguments> ofSeoul() {
        return Stream.of(
                fault(
                        Asked.SEOUL,
                        "a wrong key, in XML under 200",
                        plain(200, "<RESULT><CODE>INFO-100</CODE></RESULT>"),
                        "key-refused"),
                fault(Asked.SEOUL, "a wrong key", result("INFO-100"), "key-refused"),
                fault(Asked.SEOUL, "a trial key", result("ERROR-335"), "not-allowed"),
                fault(Asked.SEOUL, "its own failure", result("ERROR-600"), "service-failed"),
                fault(Asked.SEOUL, "a request it cannot read", result("ERROR-300"), "refused"),
                fault(Asked.SEOUL, "no quarter at all", result("INFO-200"), "implausible"),
                fault(Asked.SEOUL, "as many rows as it likes", sales(99_999_999, ""), "endless"),
                fault(Asked.SEOUL, "fewer rows than promised", sales(7, ""), "changed"),
                fault(
                        Asked.SEOUL,
                        "renamed fields",
                        sales(1, "{\"STDR_YYQU\":\"20264\"}"),
                        "changed"),
                fault(
                        Asked.SEOUL,
                        "money in words",
                        exchange -> {
                            var path = exchange.getRequestURI().getPath().split("/");
                            sales(
                                            1,
                                            "{\"STDR_YYQU_CD\":\"%s\",\"SVC_INDUTY_CD_NM\":\"커피-음료\",\"THSMON_SELNG_AMT\":\"1억\"}"
                                                    .formatted(path[6]))
                                    .answer(exchange);
                        },
                        "changed"));
    }

    private static Behaviour result(String code) {
        return json(200, "{\"RESULT\":{\"CODE\":\"" + code + "\",\"MESSAGE\":\"\"}}");
    }

    private static Behaviour sales(long total, String rows) {
        return json(
                200,
                "{\"VwsmTrdarSelngQq\":{\"list_total_count\":%d,\"RESULT\":{\"CODE\":\"INFO-000\"},\"row\":[%s]}}"
                        .formatted(total, rows));
    }

    private static Arguments fault(Asked source, String name, Behaviour behaviour, String code) {
        return Arguments.of(source, name, behaviour, code);
    }

    @ParameterizedTest(name = "{0}: {1}")
    @MethodSource("faults")
    void endsInAClearStateWithNothingLost(
            Asked source, String name, Behaviour behaviour, String code) {
        haveRead(source);
        var before = kept(source);
        FAKE.always(source.service, behaviour);

        var run = run(List.of(source.key(), "csv"));

        assertThat(run.get("status").asString()).isEqualTo("completed_with_errors");
        var failed = step(run, "fetch", source.key());
        assertThat(failed.at("/error/code").asString()).as(failed.toString()).isEqualTo(code);
        assertThat(failed.get("status").asString())
                .isEqualTo(PAUSING.contains(code) ? "paused" : "failed");
        assertThat(failed.at("/error/message").asString()).contains("요. (");
        assertThat(failed.toString())
                .doesNotContain(
                        "ab+cd",
                        "ab%2Bcd",
                        FakePublicData.KOSIS_KEY,
                        FakePublicData.NAVER_SECRET,
                        "EAA",
                        FakePublicData.SEOUL_KEY);
        assertThat(state(source.key()).at("/problem/code").asString()).isEqualTo(code);
        assertThat(state(source.key()).at("/problem/message").asString()).contains("요. (");
        assertThat(kept(source)).isEqualTo(before);
        assertThat(step(run, "store", "csv").get("status").asString()).isEqualTo("completed");
    }

    @ParameterizedTest
    @EnumSource(Asked.class)
    void goesOnByItselfWhenTheFaultIsOver(Asked source) {
        haveRead(source);
        var before = kept(source);
        FAKE.always(source.service, truncated());
        run(List.of(source.key()));
        FAKE.mend();
        anotherDay();

        var run = run(List.of(source.key()));

        assertThat(run.get("status").asString()).as(run.toString()).isEqualTo("completed");
        assertThat(
                        state(source.key()).at("/problem").isMissingNode()
                                || state(source.key()).at("/problem").isNull())
                .isTrue();
        assertThat(kept(source)).isEqualTo(before);
        assertThat(FAKE.complaints()).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(Asked.class)
    void aPassingFaultIsGotOver(Asked source) {
        haveRead(source);
        anotherDay();
        FAKE.then(source.service, truncated(), json(503, "{}"));
        var run = run(List.of(source.key()));
        assertThat(run.get("status").asString()).as(run.toString()).isEqualTo("completed");
    }

    @Test
    void aQuotaInTheMiddleKeepsWhatCameAndTheRestFollows() {
        jdbc.sql("delete from intake.item").update();
        READ.clear();
        FAKE.blogPosts(250).captions(120);
        // Two of the three pages of the first search; the tag and two of its three pages.
        var blogs = FAKE.calls(Service.BLOGS);
        FAKE.limit(Service.BLOGS, blogs + 2);
        haveAsked("소상공인이벤트", "가게이벤트");
        FAKE.limit(Service.HASHTAGS, FAKE.calls(Service.HASHTAGS) + 2);

        var paused = run(List.of("naver", "instagram"));

        assertThat(step(paused, "fetch", "naver").get("status").asString()).isEqualTo("paused");
        assertThat(step(paused, "fetch", "instagram").get("status").asString()).isEqualTo("paused");
        assertThat(items("naver")).isEqualTo(200);
        assertThat(items("instagram")).isEqualTo(100);

        FAKE.limit(Service.BLOGS, Long.MAX_VALUE).limit(Service.HASHTAGS, Long.MAX_VALUE);
        jdbc.sql("delete from intake.quota").update();
        var calls = FAKE.calls(Service.BLOGS);
        var run = run(List.of("naver", "instagram"));

        assertThat(run.get("status").asString()).as(run.toString()).isEqualTo("completed");
        assertThat(items("naver")).isEqualTo(500);
        assertThat(items("instagram")).isEqualTo(240);
        assertThat(FAKE.calls(Service.BLOGS) - calls)
                .as("the page that was refused and the three of the other search")
                .isEqualTo(4);
    }

    /// So that the tags' numbers are known and need no call.
    private void haveAsked(String... tags) {
        for (var tag : tags) {
            jdbc.sql(
                            "insert into intake.hashtag (tag, node, asked_at) values (:tag, :node,"
                                    + " now()) on conflict (tag) do update set node ="
                                    + " excluded.node, asked_at = now()")
                    .param("tag", tag)
                    .param("node", "1784%010d".formatted(Math.abs(tag.hashCode())))
                    .update();
        }
    }

    @Test
    void captionsWithoutEndEndAndSaySo() {
        var page =
                "{\"data\":[{\"id\":\"%d\",\"caption\":\"글\",\"permalink\":\"https://www.instagram.com/p/%d/\",\"timestamp\":\"2026-11-20T03:00:00+0000\"}],\"paging\":{\"cursors\":{\"after\":\"again\"}}}";
        var number = new java.util.concurrent.atomic.AtomicLong(1);
        haveAsked("소상공인이벤트", "가게이벤트");
        FAKE.always(
                Service.HASHTAGS,
                exchange -> {
                    var id = number.getAndIncrement();
                    json(200, page.formatted(id, id)).answer(exchange);
                });
        var run = run(List.of("instagram"));
        assertThat(step(run, "fetch", "instagram").get("status").asString()).isEqualTo("completed");
        assertThat(step(run, "fetch", "instagram").at("/counts/refused").asLong()).isEqualTo(2);
        assertThat(number.get()).isEqualTo(1 + 2 * 60);
        jdbc.sql("delete from intake.item where source = 'instagram'").update();
        READ.remove(Asked.INSTAGRAM);
    }

    @Test
    void aFolderOfCasesIsTakenOnceAndBrokenFilesAreToldOf() throws IOException {
        run(List.of("csv"));
        var taken = casesOfFolder();
        assertThat(taken).isEqualTo(1);

        var broken = Files.writeString(folder.resolve("broken.csv"), "title,prize\na,b\n");
        var run = run(List.of("csv"));

        assertThat(run.get("status").asString()).isEqualTo("completed");
        assertThat(step(run, "store", "csv").at("/counts/refused").asLong()).isEqualTo(1);
        assertThat(step(run, "store", "csv").at("/counts/stored").asLong(0)).isZero();
        assertThat(operator.get(RUNS + "/" + run.get("id").asString() + "/refusals").body())
                .contains("broken.csv", "사례 파일의 모양이 아니에요.");
        Files.delete(broken);

        Files.writeString(
                folder.resolve("cases.csv"),
                CASES + "새로 더한 행사,에코백,두 번 방문해 주세요,없는업종,서울 마포구,2026-03-02,재방문유도,오프라인,1,1,1,둘째\n");
        var more = run(List.of("csv"));
        var store = step(more, "store", "csv");
        assertThat(store.at("/counts/duplicates").asLong()).as(store.toString()).isEqualTo(1);
        assertThat(casesOfFolder()).isEqualTo(1);
    }

    @Test
    void aFolderThatIsGoneFailsClearly() throws IOException {
        Files.delete(folder.resolve("cases.csv"));
        Files.delete(folder);
        try {
            var run = run(List.of("csv"));
            assertThat(step(run, "fetch", "csv").at("/error/code").asString())
                    .isEqualTo("unreachable");
            assertThat(run.get("status").asString()).isEqualTo("completed_with_errors");
        } finally {
            Files.createDirectory(folder);
        }
    }

    private long casesOfFolder() {
        return jdbc.sql("select count(*) from casebook.precedents where source = '폴더에서 온 사례'")
                .query(Long.class)
                .single();
    }

    /// What a fault must leave alone is there, and everything is asked for again.
    private void haveRead(Asked source) {
        if (READ.add(source)) {
            var read = run(List.of(source.key()));
            assertThat(read.get("status").asString()).as(read.toString()).isEqualTo("completed");
            anotherDay();
        }
    }

    /// Everything that came of a source: what waits, what the market and the case book have.
    private Map<String, Object> kept(Asked source) {
        var kept = new TreeMap<String, Object>();
        kept.put("items", items(source.key()));
        kept.put("staged", count("intake.figure where source = '" + source.key() + "'"));
        kept.put(
                "facts",
                jdbc.sql(
                                "select series || period || subject || city || district || value"
                                        + " from market.fact where series not in ('STORES')"
                                        + " order by 1")
                        .query((row, number) -> row.getString(1))
                        .list());
        kept.put("cases", count("casebook.precedents where origin = 'COLLECTED'"));
        return kept;
    }

    private long items(String source) {
        return count("intake.item where source = '" + source + "'");
    }

    private long count(String from) {
        return jdbc.sql("select count(*) from " + from).query(Long.class).single();
    }

    private JsonNode run(List<String> sources) {
        var steps = List.of("fetch", "clean", "store");
        var request = Map.<String, Object>of("sources", sources, "steps", steps);
        var started = operator.post(RUNS, request).expect(202).json();
        var id = started.get("id").asString();
        await().atMost(Duration.ofSeconds(90))
                .pollInterval(Duration.ofMillis(50))
                .until(() -> !status(id).equals("running"));
        return operator.get(RUNS + "/" + id).json();
    }

    private String status(String id) {
        return operator.get(RUNS + "/" + id).json().get("status").asString();
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

    private JsonNode state(String key) {
        return operator.get("/api/ops/collection/sources")
                .json()
                .get("items")
                .valueStream()
                .filter(each -> each.get("source").asString().equals(key))
                .findFirst()
                .orElseThrow();
    }
}
