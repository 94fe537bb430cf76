package kr.dangol.recommendation.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.awaitility.Awaitility.await;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import kr.dangol.recommendation.web.EventReader.Event;
import kr.dangol.testing.DangolTest;
import kr.dangol.testing.TestClient;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;

@DangolTest
class RecommendationIT {

    private static final String PATH = "/api/recommendations";
    private static final List<String> SLOTS =
            List.of(
                    "low-online",
                    "low-offline",
                    "medium-online",
                    "medium-offline",
                    "high-online",
                    "high-offline");

    @Autowired private TestClient client;
    @Autowired private JdbcClient jdbc;
    private TestClient owner;

    @BeforeEach
    void signUp() {
        owner = client.owner();
    }

    @Test
    void answersWithTheWholeEnvelope() {
        var answer = owner.post(PATH, request("횟집", "신규고객유치")).expect(200).json();

        assertThat(answer.get("success").asBoolean()).isTrue();
        var data = answer.get("data");
        assertThat(UUID.fromString(data.get("id").asString())).isNotNull();
        for (var key : List.of("industry", "location", "season")) {
            assertThat(data.at("/trends/" + key).asString()).hasSizeBetween(30, 200);
            assertThat(data.at("/trendSources/" + key + "/source").asString()).isNotBlank();
            assertThat(data.at("/trendSources/" + key + "/asOf").asString()).isNotBlank();
        }
        keepsTheRules(data, null);
        assertThat(data.at("/request/eventPurpose").asString()).isEqualTo("신규고객유치");
        assertThat(data.at("/request/industry").asString()).isEqualTo("음식점");
        assertThat(data.at("/request/location/district").asString()).isEqualTo("강남구");
        assertThat(data.at("/request/startDate").asString()).isEqualTo(today().toString());
        assertThat(data.get("similarCases").asInt()).isPositive();
        assertThat(data.get("chosenOption").isNull()).isTrue();
        assertThat(data.get("createdAt").asString()).endsWith("+09:00");
        var metadata = answer.get("metadata");
        assertThat(metadata.get("cacheHit").asBoolean()).isFalse();
        assertThat(metadata.get("processingTime").asDouble()).isBetween(0.001, 10.0);
        assertThat(metadata.get("engine").asString()).isEqualTo("planner");
        assertThat(metadata.get("model").isNull()).isTrue();
        assertThat(metadata.get("promptVersion").asString()).isNotBlank();
        assertThat(metadata.at("/modelUsage/inputTokens").asInt()).isZero();
        assertThat(metadata.get("degraded").asBoolean()).isFalse();
        assertThat(metadata.get("rateLimited").asBoolean()).isFalse();
        assertThat(metadata.get("message").isNull()).isTrue();
    }

    @Test
    void servesARepeatFromTheCacheAsAnAnswerOfItsOwn() {
        var first = owner.post(PATH, request("꽃집", "재방문유도")).expect(200).json();
        var another = client.owner();
        var second = another.post(PATH, request("꽃집", "재방문 유도")).expect(200).json();

        assertThat(second.at("/metadata/cacheHit").asBoolean()).isTrue();
        assertThat(second.at("/data/id")).isNotEqualTo(first.at("/data/id"));
        assertThat(second.at("/data/recommendations")).isEqualTo(first.at("/data/recommendations"));
        assertThat(another.get(PATH).json().get("items")).hasSize(1);
        assertThat(another.get(PATH + "/" + second.at("/data/id").asString()).status())
                .isEqualTo(200);
    }

    @Test
    void streamsTrendsThenPlansThenTheEnd() throws Exception {
        List<Event> events;
        try (var stream = EventReader.post(owner, PATH, request("카페", "매출증대"))) {
            assertThat(stream.status()).isEqualTo(200);
            assertThat(stream.header("Content-Type")).startsWith("text/event-stream");
            assertThat(stream.header("Cache-Control")).contains("no-cache");
            assertThat(stream.header("X-Accel-Buffering")).isEqualTo("no");
            assertThat(stream.header("Content-Encoding")).isEmpty();
            events = stream.all();
        }
        assertThat(events)
                .extracting(Event::name)
                .containsExactly("trends", "plan", "plan", "plan", "plan", "plan", "plan", "done");
        assertThat(events.getFirst().data().at("/trends/industry").asString()).isNotBlank();
        assertThat(events.getFirst().data().get("similarCases").asInt()).isPositive();
        var done = events.getLast().data();
        assertThat(done.at("/metadata/engine").asString()).isEqualTo("planner");
        assertThat(done.at("/trends/season").asString()).isNotBlank();
        var kept = owner.get(PATH + "/" + done.get("id").asString()).expect(200).json();
        assertThat(kept.at("/data/recommendations").valueStream().toList())
                .containsExactlyInAnyOrderElementsOf(
                        events.stream()
                                .filter(event -> event.name().equals("plan"))
                                .map(Event::data)
                                .toList());
    }

    @Test
    void refusesABadRequestBeforeAnyStream() throws Exception {
        try (var stream = EventReader.post(owner, PATH, Map.of("eventPurpose", "부자되기"))) {
            assertThat(stream.status()).isEqualTo(400);
            assertThat(stream.header("Content-Type")).startsWith("application/problem+json");
        }
    }

    @Test
    void plansForAStoreAtItsMarginWithoutTellingItsName() {
        var store =
                owner.post(
                                "/api/stores",
                                Map.of(
                                        "name", "별난이름상회",
                                        "businessType", "카페",
                                        "address", "부산 해운대구 해운대로 1",
                                        "marginPercent", 35))
                        .expect(201)
                        .json();
        var answer =
                owner.post(
                                PATH,
                                Map.of(
                                        "eventPurpose", "인지도향상",
                                        "storeId", store.get("id").asString(),
                                        "wish", "별난이름상회를 알리고 싶어요"))
                        .expect(200)
                        .json();

        var data = answer.get("data");
        assertThat(data.at("/request/storeName").asString()).isEqualTo("별난이름상회");
        assertThat(data.at("/request/wish").asString()).isEqualTo("우리 가게를 알리고 싶어요");
        assertThat(data.at("/request/location/city").asString()).isEqualTo("부산");
        assertThat(data.get("recommendations").toString()).doesNotContain("별난이름상회");
        for (var plan : data.get("recommendations")) {
            assertThat(plan.at("/forecast/marginPercent").asInt()).isEqualTo(35);
            var revenue = plan.get("cost").asLong() * (1 + plan.get("roi").asInt() / 100.0);
            assertThat(plan.at("/forecast/profit").asLong())
                    .isCloseTo(Math.round(revenue * 0.35 - plan.get("cost").asLong()), within(1L));
        }
    }

    @Test
    void keepsWithinTheOwnersLimit() {
        var request = new HashMap<>(request("분식", "매출증대"));
        request.put("maxBudget", 60_000);
        keepsTheRules(owner.post(PATH, request).expect(200).json().get("data"), 60_000L);
        request.put("maxBudget", 1_234_567);
        keepsTheRules(owner.post(PATH, request).expect(200).json().get("data"), 1_234_567L);
    }

    @Test
    void keepsEveryRuleAndDiffersForTwentyFourRequests() {
        var contents = new HashSet<String>();
        var titles = new HashSet<String>();
        for (var type : List.of("고깃집", "카페", "꽃집", "미용실", "펜션", "편의점")) {
            for (var purpose : List.of("신규고객유치", "재방문유도", "매출증대", "인지도향상")) {
                var data = owner.post(PATH, request(type, purpose)).expect(200).json().get("data");
                keepsTheRules(data, null);
                data.get("recommendations")
                        .forEach(plan -> titles.add(plan.get("title").asString()));
                contents.add(
                        data.get("recommendations")
                                .valueStream()
                                .map(plan -> plan.get("title").asString())
                                .toList()
                                .toString());
            }
        }
        assertThat(contents).hasSize(24);
        assertThat(titles).hasSizeGreaterThan(100);
    }

    @Test
    void repeatsNoTitleHoweverOftenItIsAskedAgain() {
        var first = owner.post(PATH, request("미용실", "재방문유도")).expect(200).json();
        var seen = new ArrayList<>(titles(first));
        var id = first.at("/data/id").asString();
        for (var reason : List.of("too-expensive", "not-us", "common", "other")) {
            var next =
                    owner.post(PATH + "/" + id + "/regenerate", Map.of("reason", reason))
                            .expect(200)
                            .json();
            keepsTheRules(next.get("data"), null);
            seen.addAll(titles(next));
            id = next.at("/data/id").asString();
        }
        var again =
                owner.post(PATH + "/" + first.at("/data/id").asString() + "/regenerate")
                        .expect(200)
                        .json();
        seen.addAll(titles(again));

        assertThat(seen).hasSize(36).doesNotHaveDuplicates();
    }

    @Test
    void streamsWhatItRecommendsAgain() throws Exception {
        var first = owner.post(PATH, request("네일샵", "재방문유도")).expect(200).json();
        var path = PATH + "/" + first.at("/data/id").asString() + "/regenerate";
        try (var stream = EventReader.post(owner, path, null)) {
            var events = stream.all();
            assertThat(events).hasSize(8);
            assertThat(events.stream().map(e -> e.data().path("title").asString("")).toList())
                    .doesNotContainAnyElementsOf(titles(first));
        }
    }

    @Test
    void streamsTheSameAgainForTheSameKey() throws Exception {
        var keyed = owner.with("Idempotency-Key", "stream-1");
        var first = streamed(keyed, request("세탁소", "재방문유도"));
        assertThat(streamed(keyed, request("세탁소", "재방문유도"))).isEqualTo(first);
        assertThat(owner.get(PATH).expect(200).json().get("items")).hasSize(1);
        keyed.post(PATH, request("세탁소", "재방문유도")).expectProblem(422, "idempotency-key-reused");
    }

    private static List<Event> streamed(TestClient client, Object body) throws Exception {
        try (var stream = EventReader.post(client, PATH, body)) {
            assertThat(stream.header("Content-Type")).startsWith("text/event-stream");
            return stream.all();
        }
    }

    @Test
    void tellsAWishWithoutItsMarkup() {
        var wished = new HashMap<String, Object>(request("카페", "매출증대"));
        wished.put("wish", "<b>커피</b>를 주고 싶어요");
        var answer = owner.post(PATH, wished).expect(200);
        assertThat(answer.body()).doesNotContain("<b>");
        assertThat(answer.json().at("/data/request/wish").asString()).isEqualTo("커피 를 주고 싶어요");
    }

    @Test
    void makesAChosenPlanAnEvent() {
        var answer = owner.post(PATH, request("치킨", "매출증대")).expect(200).json();
        var id = answer.at("/data/id").asString();
        var plan = answer.at("/data/recommendations/1");
        var event =
                owner.post(PATH + "/" + id + "/selection", Map.of("option", "low-offline"))
                        .expect(201)
                        .json();

        assertThat(event.get("title")).isEqualTo(plan.get("title"));
        assertThat(event.get("status").asString()).isEqualTo("draft");
        assertThat(event.get("storeId").isNull()).isTrue();
        assertThat(event.get("recommendationId").asString()).isEqualTo(id);
        assertThat(event.get("startDate").asString()).isEqualTo(today().toString());
        assertThat(event.get("endDate").asString())
                .isEqualTo(today().plusDays(plan.get("days").asInt() - 1).toString());
        assertThat(event.at("/prediction/participants/expected"))
                .isEqualTo(plan.get("expectedParticipants"));
        assertThat(event.at("/prediction/roi/expected")).isEqualTo(plan.get("roi"));
        assertThat(event.get("edits")).isEmpty();
        var kept = owner.get(PATH + "/" + id).expect(200).json().get("data");
        assertThat(kept.get("chosenOption").asString()).isEqualTo("low-offline");
        assertThat(kept.get("eventId")).isEqualTo(event.get("id"));
    }

    @Test
    void followsTheOwnersEdits() {
        var id = recommended("베이커리", "매출증대");
        var start = today().plusDays(10);
        var event =
                owner.post(
                                PATH + "/" + id + "/selection",
                                Map.of(
                                        "option",
                                        "medium-online",
                                        "title",
                                        "우리 동네 빵 잔치",
                                        "cost",
                                        900_000,
                                        "startDate",
                                        start.toString(),
                                        "endDate",
                                        start.plusDays(6).toString()))
                        .expect(201)
                        .json();

        assertThat(event.get("title").asString()).isEqualTo("우리 동네 빵 잔치");
        assertThat(event.get("cost").asLong()).isEqualTo(900_000);
        assertThat(event.get("endDate").asString()).isEqualTo(start.plusDays(6).toString());
        assertThat(event.get("edits").valueStream().map(each -> each.get("field").asString()))
                .contains("title", "cost", "startDate");
        assertThat(event.get("prediction")).isNotEqualTo(event.get("originalPrediction"));
        assertThat(
                        event.get("costItems")
                                .valueStream()
                                .mapToLong(each -> each.get("amount").asLong())
                                .sum())
                .isEqualTo(900_000);

        var itemised =
                owner.post(
                                PATH + "/" + id + "/selection",
                                Map.of(
                                        "option",
                                        "medium-online",
                                        "winners",
                                        12,
                                        "costItems",
                                        List.of(Map.of("name", "식빵 × 12", "amount", 720_000))))
                        .expect(201)
                        .json();
        assertThat(itemised.get("cost").asLong()).isEqualTo(720_000);
        assertThat(itemised.get("winners").asInt()).isEqualTo(12);
        assertThat(itemised.at("/costItems/0/name").asString()).isEqualTo("식빵 × 12");
    }

    @Test
    void replacesTheChoiceUntilTheEventRuns() {
        var id = recommended("슈퍼마켓", "재방문유도");
        var path = PATH + "/" + id + "/selection";
        var first = owner.post(path, Map.of("option", "low-online")).expect(201).json();
        var second = owner.post(path, Map.of("option", "high-offline")).expect(201).json();
        assertThat(second.get("option").asString()).isEqualTo("high-offline");
        assertThat(owner.get("/api/events").json().get("items")).hasSize(1);
        assertThat(owner.get(PATH + "/" + id).json().at("/data/chosenOption").asString())
                .isEqualTo("high-offline");

        var eventId = second.get("id").asString();
        assertThat(eventId).isEqualTo(first.get("id").asString());
        owner.patch("/api/events/" + eventId, Map.of("status", "running")).expect(200);
        owner.post(path, Map.of("option", "low-online"))
                .expectProblem(409, "event-already-running");
        assertThat(owner.get(PATH + "/" + id).json().at("/data/chosenOption").asString())
                .isEqualTo("high-offline");
    }

    @Test
    void draftsFreshPlansAfterAnOutcomeInTheIndustry() {
        var request = request("모텔", "매출증대");
        var id = owner.post(PATH, request).expect(200).json().at("/data/id").asString();
        assertThat(owner.post(PATH, request).json().at("/metadata/cacheHit").asBoolean()).isTrue();
        var event =
                owner.post(PATH + "/" + id + "/selection", Map.of("option", "low-online"))
                        .expect(201)
                        .json();
        owner.post(
                        "/api/events/" + event.get("id").asString() + "/performance",
                        Map.of("participants", 77, "cost", 260_000, "roi", 180))
                .expect(201);

        assertThat(owner.post(PATH, request).json().at("/metadata/cacheHit").asBoolean()).isFalse();
    }

    @Test
    void listsEarlierAnswersPageByPage() {
        var ids = new ArrayList<String>();
        for (var purpose : List.of("신규고객유치", "재방문유도", "매출증대")) {
            ids.addFirst(recommended("세탁소", purpose));
        }
        var firstPage = owner.get(PATH + "?limit=2").expect(200).json();
        var cursor = firstPage.get("nextCursor").asString();
        var secondPage = owner.get(PATH + "?limit=2&cursor=" + cursor).expect(200).json();

        assertThat(
                        Stream.concat(
                                        firstPage.get("items").valueStream(),
                                        secondPage.get("items").valueStream())
                                .map(item -> item.get("id").asString()))
                .containsExactlyElementsOf(ids);
        assertThat(secondPage.get("nextCursor").isNull()).isTrue();
        var item = firstPage.at("/items/0");
        assertThat(item.get("titles")).hasSize(6);
        assertThat(item.get("eventPurpose").asString()).isEqualTo("매출증대");
    }

    @Test
    void showsNobodyElsesThings() {
        var id = recommended("한식", "매출증대");
        var stranger = client.owner();
        var store =
                owner.post(
                                "/api/stores",
                                Map.of("name", "가게", "businessType", "한식", "address", "서울 중구"))
                        .expect(201)
                        .json();

        stranger.get(PATH + "/" + id).expectProblem(404, "recommendation-not-found");
        stranger.post(PATH + "/" + id + "/regenerate")
                .expectProblem(404, "recommendation-not-found");
        stranger.post(PATH + "/" + id + "/selection", Map.of("option", "low-online"))
                .expectProblem(404, "recommendation-not-found");
        stranger.post(PATH, Map.of("eventPurpose", "매출증대", "storeId", store.get("id").asString()))
                .expect(404);
        assertThat(stranger.get(PATH).json().get("items")).isEmpty();
        client.post(PATH, request("한식", "매출증대")).expect(401);
    }

    @ParameterizedTest
    @MethodSource
    void namesTheFieldThatIsWrong(String field, Map<String, Object> change) {
        var request = new HashMap<String, Object>(request("카페", "매출증대"));
        request.putAll(change);
        request.values().removeIf(value -> value.equals(""));

        owner.post(PATH, request).expectInvalid(field);
    }

    static Stream<Arguments> namesTheFieldThatIsWrong() {
        var seoul = Map.of("city", "서울", "district", "강남구");
        return Stream.of(
                wrong("eventPurpose", Map.of("eventPurpose", "")),
                wrong("eventPurpose", Map.of("eventPurpose", "부자되기")),
                wrong("eventPurpose", Map.of("eventPurpose", 3)),
                wrong("storeId", Map.of("storeInfo", "")),
                wrong("storeId", Map.of("storeId", UUID.randomUUID().toString())),
                wrong("storeInfo.industry", info(Map.of("industry", "우주", "businessType", "카페"))),
                wrong("storeInfo.businessType", info(Map.of("location", seoul))),
                wrong("storeInfo.businessType", info(Map.of("businessType", "가".repeat(51)))),
                wrong(
                        "storeInfo.location",
                        info(Map.of("businessType", "카페", "location", Map.of("city", "중구")))),
                wrong(
                        "storeInfo.location",
                        info(
                                Map.of(
                                        "businessType",
                                        "카페",
                                        "location",
                                        Map.of("city", "서울", "district", "없는구")))),
                wrong(
                        "storeInfo.location.city",
                        info(Map.of("businessType", "카페", "location", Map.of("district", "강남구")))),
                wrong("storeInfo.name", info(Map.of("businessType", "카페", "name", "비밀"))),
                wrong("startDate", Map.of("startDate", today().minusDays(2).toString())),
                wrong(
                        "startDate",
                        Map.of("startDate", today().plusYears(1).plusDays(1).toString())),
                wrong("startDate", Map.of("startDate", "2026-13-40")),
                wrong("startDate", Map.of("startDate", "내일")),
                wrong("maxBudget", Map.of("maxBudget", 59_999)),
                wrong("maxBudget", Map.of("maxBudget", -1)),
                wrong("maxBudget", Map.of("maxBudget", 1_000_000_001)),
                wrong("maxBudget", Map.of("maxBudget", 300_000.5)),
                wrong("maxBudget", Map.of("maxBudget", "300000")),
                wrong("wish", Map.of("wish", "가".repeat(301))),
                wrong("wish", Map.of("wish", "숨은\u202E글자")),
                wrong("wish", Map.of("wish", List.of("a"))),
                wrong("hobby", Map.of("hobby", "낚시")));
    }

    private static Arguments wrong(String field, Map<String, ?> change) {
        return Arguments.of(field, change);
    }

    private static Map<String, ?> info(Map<String, ?> info) {
        return Map.of("storeInfo", info);
    }

    @Test
    void tellsOfEverythingThatIsWrongAtOnce() {
        owner.post(PATH, Map.of("eventPurpose", "없음", "maxBudget", 1, "wish", "가".repeat(301)))
                .expectInvalid("eventPurpose", "maxBudget", "wish", "storeId");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "{", "null", "[]", "\"x\"", "{\"eventPurpose\":}"})
    void refusesWhatIsNoRequest(String body) {
        assertThat(owner.send(PATH, "POST", "application/json", body).status()).isEqualTo(400);
    }

    @Test
    void refusesBadChoicesAndReasons() {
        var path = PATH + "/" + recommended("PC방", "매출증대");
        owner.post(path + "/selection", Map.of()).expectInvalid("option");
        owner.post(path + "/selection", Map.of("option", "low")).expectInvalid("option");
        owner.post(path + "/selection", Map.of("option", "low-online", "cost", 0))
                .expectInvalid("cost");
        owner.post(path + "/selection", Map.of("option", "low-online", "winners", 0))
                .expectInvalid("winners");
        owner.post(
                        path + "/selection",
                        Map.of("option", "low-online", "costItems", List.of(Map.of("name", "빵"))))
                .expectInvalid("costItems");
        owner.post(path + "/selection", Map.of("option", "low-online", "title", "가".repeat(101)))
                .expectInvalid("title");
        owner.post(path + "/selection", Map.of("option", "low-online", "endDate", "2026-01-01"))
                .expectInvalid("endDate");
        owner.post(path + "/regenerate", Map.of("reason", "boring")).expectInvalid("reason");
        owner.get(PATH + "?limit=0").expect(400);
        owner.get(PATH + "?cursor=nonsense").expectInvalid("cursor");
        owner.get(PATH + "/not-an-id").expect(404);
        assertThat(owner.get("/api/events").json().get("items")).isEmpty();
    }

    @Test
    void takesAWishOfThreeHundredCharactersOnSeveralLines() {
        var request = new HashMap<>(request("노래방", "매출증대"));
        request.put("wish", "손님\n".repeat(100));

        var data = owner.post(PATH, request).expect(200).json().get("data");
        assertThat(data.at("/request/wish").asString()).startsWith("손님 손님");
    }

    @Test
    void goesWithTheAccount() {
        var email = TestClient.freshEmail();
        var leaving = client.signedUp(email);
        leaving.post(PATH, request("카페", "신규고객유치")).expect(200);
        var export = leaving.get("/api/me/export").expect(200).json();
        assertThat(export.get("recommendations")).hasSize(1);
        var account = leaving.get("/api/me").json().get("id").asString();
        leaving.delete("/api/me", Map.of("password", TestClient.PASSWORD)).expect(204);

        await().until(() ->
                jdbc.sql(
                                        """
                                        select count(*) from recommendation.recommendation
                                        where account_id = :account
                                        """)
                                .param("account", UUID.fromString(account))
                                .query(Integer.class)
                                .single()
                        == 0);
    }

    private String recommended(String type, String purpose) {
        return owner.post(PATH, request(type, purpose))
                .expect(200)
                .json()
                .at("/data/id")
                .asString();
    }

    private static Map<String, Object> request(String type, String purpose) {
        return Map.of(
                "eventPurpose",
                purpose,
                "storeInfo",
                Map.of("businessType", type, "location", Map.of("city", "서울", "district", "강남구")));
    }

    private static List<String> titles(JsonNode answer) {
        return answer.at("/data/recommendations")
                .valueStream()
                .map(plan -> plan.get("title").asString())
                .toList();
    }

    private static void keepsTheRules(JsonNode data, @Nullable Long limit) {
        var plans = data.get("recommendations").valueStream().toList();
        assertThat(plans.stream().map(plan -> plan.get("id").asString()))
                .containsExactlyElementsOf(SLOTS);
        assertThat(plans.stream().map(plan -> plan.get("title").asString()))
                .doesNotHaveDuplicates();
        var most =
                limit == null
                        ? List.of(500_000L, 2_000_000L, Long.MAX_VALUE)
                        : List.of(limit / 6, limit / 2, limit);
        for (var plan : plans) {
            var budget = List.of("low", "medium", "high").indexOf(plan.get("budget").asString());
            var cost = plan.get("cost").asLong();
            assertThat(cost).isPositive().isLessThanOrEqualTo(most.get(budget));
            if (budget > 0) {
                assertThat(cost).isGreaterThan(most.get(budget - 1));
            }
            assertThat(plan.get("id").asString())
                    .isEqualTo(plan.get("budget").asString() + "-" + plan.get("type").asString());
            assertThat(plan.get("title").asString()).hasSizeBetween(1, 30);
            assertThat(plan.get("prize").asString()).hasSizeBetween(1, 20);
            assertThat(plan.get("participation").asString()).hasSizeBetween(1, 200);
            assertThat(plan.get("expectedParticipants").asInt()).isPositive();
            assertThat(plan.get("days").asInt()).isPositive();
            var forecast = plan.get("forecast");
            assertThat(forecast.at("/participants/low").asInt())
                    .isLessThanOrEqualTo(plan.get("expectedParticipants").asInt());
            assertThat(forecast.at("/roi/high").asInt())
                    .isGreaterThanOrEqualTo(plan.get("roi").asInt());
            assertThat(forecast.get("basis").asString()).isNotBlank();
            assertThat(forecast.get("lossRisk").asString()).isIn("low", "medium", "high");
            assertThat(plan.get("origin").asString()).isEqualTo("planner");
            var items = plan.at("/kit/costItems");
            assertThat(items.valueStream().mapToLong(item -> item.get("amount").asLong()).sum())
                    .isEqualTo(cost);
            assertThat(plan.at("/kit/steps")).hasSize(3);
            assertThat(plan.at("/kit/staffScript").asString()).isNotBlank();
        }
        assertThat(plans.stream().mapToInt(plan -> plan.get("evidence").size()).sum()).isPositive();
    }

    private static LocalDate today() {
        return LocalDate.now(ZoneId.of("Asia/Seoul"));
    }
}
