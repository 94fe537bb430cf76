package kr.dangol.event;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.awaitility.Awaitility.await;

import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import kr.dangol.platform.AccountId;
import kr.dangol.testing.DangolTest;
import kr.dangol.testing.TestClient;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.event.ApplicationEvents;
import org.springframework.test.context.event.RecordApplicationEvents;
import tools.jackson.databind.JsonNode;

@DangolTest
@RecordApplicationEvents
class EventIT {

    @Autowired TestClient client;
    @Autowired Events events;
    @Autowired Clock clock;
    @Autowired JdbcClient jdbc;
    @Autowired ApplicationEvents facts;

    private TestClient owner;
    private AccountId ownerId;
    private LocalDate today;

    @BeforeEach
    void signUp() {
        owner = client.owner();
        ownerId = AccountId.of(owner.get("/api/me").expect(200).json().get("id").asString());
        today = LocalDate.now(clock);
    }

    @Test
    void livesFromDraftToClosed() {
        var id = draft();
        var drafted = owner.get(path(id)).expect(200).json();
        assertThat(drafted.get("status").asString()).isEqualTo("draft");
        assertThat(drafted.get("nextStep").asString()).isEqualTo("start");
        assertThat(drafted.get("option").asString()).isEqualTo("low-online");
        assertThat(drafted.get("purpose").asString()).isEqualTo("신규고객유치");
        assertThat(drafted.get("type").asString()).isEqualTo("online");
        assertThat(drafted.at("/location/district").asString()).isEqualTo("강남구");
        assertThat(drafted.at("/prediction/participants/expected").asInt()).isEqualTo(180);
        assertThat(drafted.get("performance").isNull()).isTrue();
        assertThat(drafted.get("storeId").isNull()).isTrue();

        var running = owner.patch(path(id), Map.of("status", "running")).expect(200).json();
        assertThat(running.get("status").asString()).isEqualTo("running");
        assertThat(running.get("nextStep").asString()).isEqualTo("close");

        var outcome =
                owner.post(
                                path(id) + "/performance",
                                Map.of(
                                        "participants",
                                        200,
                                        "cost",
                                        250_000,
                                        "revenue",
                                        1_250_000,
                                        "channels",
                                        List.of(
                                                Map.of(
                                                        "channel",
                                                        "instagram",
                                                        "participants",
                                                        150,
                                                        "cost",
                                                        100_000)),
                                        "completedOn",
                                        today.toString(),
                                        "measuredBy",
                                        "till"))
                        .expect(201)
                        .json();
        assertThat(outcome.at("/accuracy/participantsError").asDouble()).isEqualTo(0.1);
        assertThat(outcome.at("/accuracy/roiError").asDouble()).isEqualTo(0.25);

        var closed = owner.get(path(id)).expect(200).json();
        assertThat(closed.get("status").asString()).isEqualTo("closed");
        assertThat(closed.get("nextStep").isNull()).isTrue();
        assertThat(closed.get("performance")).isEqualTo(outcome);
        assertThat(outcome.get("roi").asInt()).isEqualTo(400);
        assertThat(outcome.get("grade").asString()).isEqualTo("MEASURED");
        assertThat(outcome.get("measuredBy").asString()).isEqualTo("till");
        assertThat(outcome.at("/channels/0/channel").asString()).isEqualTo("instagram");
        assertThat(outcome.get("participantsWithinRange").asBoolean()).isTrue();

        owner.patch(path(id), Map.of("title", "늦은 제목")).expectProblem(409, "event-already-closed");
        owner.patch(path(id), Map.of("status", "cancelled"))
                .expectProblem(409, "event-already-closed");
    }

    @Test
    void tellsEachFactOnce() {
        var id = draft();
        events.change(ownerId, id, titled("새 제목"), Events.Move.START);
        events.move(ownerId, id, Events.Move.START);
        events.recordOutcome(ownerId, id, SampleEvents.figures(200, 400));
        events.recordOutcome(ownerId, id, SampleEvents.figures(200, 400));
        events.recordOutcome(ownerId, id, SampleEvents.figures(210, 400));
        var cancelled = draft();
        events.move(ownerId, cancelled, Events.Move.CANCEL);
        events.move(ownerId, cancelled, Events.Move.CANCEL);

        assertThat(facts.stream(EventDrafted.class)).hasSize(2);
        assertThat(facts.stream(EventEdited.class).flatMap(each -> each.edits().stream()))
                .extracting(Edit::field)
                .containsExactly("title");
        assertThat(facts.stream(EventStarted.class)).hasSize(1);
        assertThat(facts.stream(EventClosed.class)).hasSize(1);
        assertThat(facts.stream(EventCancelled.class)).hasSize(1);
        assertThat(facts.stream(OutcomeRecorded.class))
                .extracting(OutcomeRecorded::revision)
                .containsExactly(1, 2);
    }

    @Test
    void correctionsReachTheCasebookAndKeepTheirHistory() {
        var id = draft();
        close(id, 200, 400);
        close(id, 200, 400);
        close(id, 210, 400);
        await().atMost(Duration.ofSeconds(10))
                .untilAsserted(() -> assertThat(precedentParticipants()).containsExactly(210));
        assertThat(outcomes(id))
                .extracting(each -> each.get("revision").asInt())
                .containsExactly(2, 1);
        assertThat(outcomes(id))
                .extracting(each -> each.get("participants").asInt())
                .containsExactly(210, 200);
    }

    @Test
    void editsAreKeptAndPredictedAnew() {
        var id = draft();
        var edited =
                owner.patch(
                                path(id),
                                Map.of(
                                        "title",
                                        "새 제목",
                                        "cost",
                                        450_000,
                                        "endDate",
                                        today.plusDays(6).toString()))
                        .expect(200)
                        .json();
        assertThat(edited.get("edits").valueStream().map(each -> each.get("field").asString()))
                .containsExactly("title", "cost", "endDate");
        assertThat(edited.at("/edits/1/from").asString()).isEqualTo("250000");
        assertThat(edited.at("/edits/1/to").asString()).isEqualTo("450000");
        assertThat(edited.at("/originalPrediction/modelVersion").asString()).isEqualTo("test");
        assertThat(edited.at("/prediction/modelVersion").asString()).isNotEqualTo("test");

        var budget =
                List.of(
                        Map.of("name", "음료 쿠폰 × 30", "amount", 60_000),
                        Map.of("name", "전단 인쇄", "amount", 40_000));
        var itemised = owner.patch(path(id), Map.of("costItems", budget)).expect(200).json();
        assertThat(itemised.get("cost").asLong()).isEqualTo(100_000);
        assertThat(itemised.at("/costItems/1/name").asString()).isEqualTo("전단 인쇄");
        assertThat(itemised.at("/costItems/1/amount").asLong()).isEqualTo(40_000);

        var everyoneWins =
                owner.send(path(id), "PATCH", "application/json", "{\"winners\": null}")
                        .expect(200)
                        .json();
        assertThat(everyoneWins.get("winners").isNull()).isTrue();
        var untouched = owner.patch(path(id), Map.of()).expect(200).json();
        assertThat(untouched).isEqualTo(everyoneWins);
    }

    @Test
    void choosingAgainReplacesTheDraftButNotARunningEvent() {
        var id = draft();
        owner.patch(path(id), Map.of("title", "고친 제목")).expect(200);
        events.replaceDraft(id, SampleEvents.chosenBy(ownerId, today));
        var again = owner.get(path(id)).json();
        assertThat(again.get("title").asString()).isEqualTo("첫 방문 인증샷 이벤트");
        assertThat(again.get("edits").isEmpty()).isTrue();

        owner.patch(path(id), Map.of("status", "running")).expect(200);
        assertThatExceptionOfType(EventAlreadyRunning.class)
                .isThrownBy(() -> events.replaceDraft(id, SampleEvents.chosenBy(ownerId, today)));
    }

    @Test
    void cancelsAndThenTakesNothing() {
        var id = draft();
        owner.patch(path(id), Map.of("status", "cancelled")).expect(200);
        owner.patch(path(id), Map.of("status", "cancelled")).expect(200);
        owner.patch(path(id), Map.of("status", "running")).expectProblem(409, "event-cancelled");
        owner.post(path(id) + "/performance", figures(1, 1)).expectProblem(409, "event-cancelled");
        assertThat(owner.post(path(id) + "/duplicate").expect(201).json().get("status").asString())
                .isEqualTo("draft");
    }

    @Test
    void duplicatesAnEarlierEvent() {
        var id = draft();
        close(id, 200, 400);
        var start = today.plusDays(30);
        var copy =
                owner.post(path(id) + "/duplicate", Map.of("startDate", start.toString()))
                        .expect(201)
                        .json();
        assertThat(copy.get("id").asString()).isNotEqualTo(id.toString());
        assertThat(copy.get("status").asString()).isEqualTo("draft");
        assertThat(copy.get("startDate").asString()).isEqualTo(start.toString());
        assertThat(copy.get("endDate").asString()).isEqualTo(start.plusDays(13).toString());
        assertThat(copy.get("performance").isNull()).isTrue();
        assertThat(copy.get("edits").isEmpty()).isTrue();
        assertThat(copy.at("/prediction/modelVersion").asString()).isNotEqualTo("test");
    }

    @Test
    void nobodySeesOrTouchesAnothersEvent() {
        var id = draft();
        var stranger = client.owner();
        stranger.get(path(id)).expectProblem(404, "event-not-found");
        stranger.patch(path(id), Map.of("status", "running")).expectProblem(404, "event-not-found");
        stranger.patch(path(id), Map.of("title", "남의 것")).expectProblem(404, "event-not-found");
        stranger.post(path(id) + "/performance", figures(1, 1))
                .expectProblem(404, "event-not-found");
        stranger.get(path(id) + "/performance").expectProblem(404, "event-not-found");
        stranger.post(path(id) + "/duplicate").expectProblem(404, "event-not-found");
        assertThat(stranger.get("/api/events").json().get("items").isEmpty()).isTrue();
        owner.get("/api/events/" + UUID.randomUUID()).expectProblem(404, "event-not-found");
        client.get(path(id)).expectProblem(401, "not-signed-in");
    }

    @ParameterizedTest
    @CsvSource({
        "title, '\"\"'",
        "title, '\"   \"'",
        "title, 7",
        "prize, '\"<b></b>\"'",
        "participation, '\"a\\u0007\"'",
        "cost, 0",
        "cost, -1",
        "cost, 2.5",
        "cost, '\"250000\"'",
        "costItems, '[{\"name\": \"전단\"}]'",
        "costItems, '[{\"name\": \" \", \"amount\": 1}]'",
        "costItems, '[{\"name\": \"전단\", \"amount\": -1}, {\"name\": \"상\", \"amount\": 9}]'",
        "costItems, '[{\"name\": \"전단\", \"amount\": 0}]'",
        "costItems, '[null]'",
        "winners, 0",
        "winners, '\"many\"'",
        "endDate, '\"2020-01-01\"'",
        "endDate, '\"tomorrow\"'",
        "startDate, '\"+999999999-12-31\"'",
        "status, '\"closed\"'",
        "status, '\"draft\"'",
        "colour, '\"red\"'"
    })
    void refusesABadEdit(String field, String json) {
        owner.send(
                        path(draft()),
                        "PATCH",
                        "application/json",
                        "{\"%s\": %s}".formatted(field, json))
                .expectInvalid(field);
    }

    @Test
    void refusesAnEditThatIsTooLong() {
        var id = draft();
        for (var limit : Map.of("title", 100, "prize", 50, "participation", 200).entrySet()) {
            var longest = "가".repeat(limit.getValue());
            owner.patch(path(id), Map.of(limit.getKey(), longest)).expect(200);
            owner.patch(path(id), Map.of(limit.getKey(), longest + "가"))
                    .expectInvalid(limit.getKey());
        }
    }

    @ParameterizedTest
    @CsvSource({
        "participants, -1",
        "participants, null",
        "participants, 12.5",
        "participants, 99999999999",
        "cost, 0",
        "cost, null",
        "cost, -5",
        "roi, -101",
        "roi, 2000000",
        "revenue, -1",
        "completedOn, '\"2999-01-01\"'",
        "completedOn, '\"1999-01-01\"'",
        "completedOn, '\"gestern\"'",
        "measuredBy, '\"feeling\"'",
        "channels, '[{\"channel\": \"kakao\", \"participants\": 1, \"cost\": 999999999}]'",
        "channels, '[{\"channel\": \"kakao\", \"participants\": 201, \"cost\": 1}]'",
        "colour, 1"
    })
    void refusesImpossibleFigures(String field, String json) {
        var body = new HashMap<String, String>();
        body.put("participants", "200");
        body.put("cost", "250000");
        body.put(field.equals("revenue") ? "revenue" : "roi", "400");
        body.put(field, json);
        var text = new ArrayList<String>();
        body.forEach((key, value) -> text.add("\"%s\": %s".formatted(key, value)));
        var id = draft();
        owner.send(
                        path(id) + "/performance",
                        "POST",
                        "application/json",
                        "{" + String.join(", ", text) + "}")
                .expectInvalid(field);
        assertThat(owner.get(path(id)).json().get("status").asString()).isEqualTo("draft");
    }

    @Test
    void wantsEitherRoiOrRevenue() {
        var path = path(draft()) + "/performance";
        owner.post(path, Map.of("participants", 1, "cost", 1)).expectInvalid("revenue");
        owner.post(path, Map.of("participants", 1, "cost", 1, "roi", 1, "revenue", 1))
                .expectInvalid("roi");
        owner.post(path, Map.of("participants", 1, "cost", 1, "revenue", 900_000_000_000L))
                .expectInvalid("revenue");
        owner.post(path, Map.of("participants", 0, "cost", 1, "revenue", 0)).expect(201);
    }

    @Test
    void guessesAreGradedAsSuch() {
        var id = draft();
        var figures = new HashMap<String, Object>(figures(100, 300));
        figures.put("measuredBy", "guess");
        var outcome = owner.post(path(id) + "/performance", figures).expect(201).json();
        assertThat(outcome.get("grade").asString()).isEqualTo("ESTIMATED");
        assertThat(outcome.get("completedOn").asString()).isEqualTo(today.toString());
    }

    @Test
    void twoPhonesClosingAtOnceEndInOneConsistentOutcome() throws Exception {
        var id = draft();
        owner.patch(path(id), Map.of("status", "running")).expect(200);
        List<Callable<Integer>> phones = new ArrayList<>();
        for (int phone = 0; phone < 8; phone++) {
            var participants = 100 + phone % 2;
            phones.add(() ->
                    owner.post(path(id) + "/performance", figures(participants, 300)).status());
        }
        try (var pool = Executors.newFixedThreadPool(phones.size())) {
            for (var answer : pool.invokeAll(phones)) {
                assertThat(answer.get()).isEqualTo(201);
            }
        }
        var told = outcomes(id);
        assertThat(told.stream().map(each -> each.get("revision").asInt()).sorted().toList())
                .isEqualTo(IntStream.rangeClosed(1, told.size()).boxed().toList());
        for (int i = 1; i < told.size(); i++) {
            assertThat(told.get(i).get("participants"))
                    .isNotEqualTo(told.get(i - 1).get("participants"));
        }
        var event = owner.get(path(id)).json();
        assertThat(event.get("performance")).isEqualTo(told.getFirst());
        var last = told.getFirst().get("participants").asInt();
        await().atMost(Duration.ofSeconds(10))
                .untilAsserted(() -> assertThat(precedentParticipants()).containsExactly(last));
    }

    @Test
    void closingAndCancellingAtOnceEndsInOneOfTheTwo() throws Exception {
        for (int round = 0; round < 5; round++) {
            var id = draft();
            List<Callable<Integer>> phones =
                    List.of(
                            () -> owner.post(path(id) + "/performance", figures(100, 300)).status(),
                            () -> owner.patch(path(id), Map.of("status", "cancelled")).status());
            var answers = new ArrayList<Integer>();
            try (var pool = Executors.newFixedThreadPool(2)) {
                for (var answer : pool.invokeAll(phones)) {
                    answers.add(answer.get());
                }
            }
            var status = owner.get(path(id)).json().get("status").asString();
            assertThat(answers)
                    .isEqualTo(status.equals("closed") ? List.of(201, 409) : List.of(409, 200));
            assertThat(outcomes(id)).hasSize(status.equals("closed") ? 1 : 0);
        }
    }

    @Test
    void listsPageByPageAndByStatus() {
        var ids = new ArrayList<String>();
        for (int i = 0; i < 5; i++) {
            ids.addFirst(draft().toString());
        }
        owner.patch("/api/events/" + ids.get(1), Map.of("status", "running")).expect(200);

        var seen = new ArrayList<String>();
        var cursor = "";
        do {
            var page = owner.get("/api/events?limit=2" + cursor).expect(200).json();
            page.get("items").forEach(each -> seen.add(each.get("id").asString()));
            cursor =
                    page.get("nextCursor").isNull()
                            ? ""
                            : "&cursor=" + page.get("nextCursor").asString();
        } while (!cursor.isEmpty());
        assertThat(seen).isEqualTo(ids);
        assertThat(new HashSet<>(seen)).hasSize(5);

        assertThat(listed("?status=running")).containsExactly(ids.get(1));
        assertThat(listed("?status=draft")).hasSize(4);
        owner.get("/api/events?status=lost").expectInvalid("status");
        owner.get("/api/events?limit=0").expectInvalid("limit");
        owner.get("/api/events?cursor=abc").expectInvalid("cursor");
    }

    @Test
    void remindsOfWhatShouldBeOver() {
        var id = draft();
        draft();
        owner.patch(
                        path(id),
                        Map.of(
                                "startDate", today.minusDays(9).toString(),
                                "endDate", today.minusDays(1).toString()))
                .expect(200);
        assertThat(listed("?overdue=true")).containsExactly(id.toString());
        assertThat(owner.get(path(id)).json().get("overdue").asBoolean()).isTrue();
        assertThat(owner.get(path(id)).json().get("nextStep").asString()).isEqualTo("close");

        var outcome = owner.post(path(id) + "/performance", figures(150, 400)).expect(201).json();
        assertThat(outcome.get("completedOn").asString()).isEqualTo(today.minusDays(1).toString());
        assertThat(listed("?overdue=true")).isEmpty();
    }

    @Test
    void closesManyWithOneSheet() {
        var first = draft();
        var second = draft();
        for (var id : List.of(first, second)) {
            owner.patch(path(id), Map.of("status", "running", "title", "=단골, \"이벤트\"")).expect(200);
        }
        var sheet = owner.get("/api/events/performance/sheet").expect(200);
        assertThat(sheet.header("Content-Type")).startsWith("text/csv");
        assertThat(sheet.body())
                .startsWith("\uFEFF이벤트 번호,이벤트 이름,")
                .contains(first.toString(), second.toString(), "\"'=단골, \"\"이벤트\"\"\"");

        var foreign = client.owner();
        var filled =
                """
                \uFEFFevent_id,title,participants,cost,revenue,roi,measured_by
                %s,"첫째, 이벤트",180,25만원,"1,250,000",,till
                %s,둘째,1200,300000,,450%%,guess
                %s,셋째,,300000,,450,guess
                nobody,넷째,1,300000,,450,
                %s,다섯째,1,300000,,,
                %s,여섯째,1,300000,,450,
                """
                        .formatted(first, second, first, first, UUID.randomUUID());
        for (int round = 0; round < 2; round++) {
            var report =
                    owner.send("/api/events/performance/import", "POST", "text/csv", filled)
                            .expect(200)
                            .json();
            assertThat(report.get("received").asInt()).isEqualTo(6);
            assertThat(report.get("recorded").asInt()).isEqualTo(2);
            assertThat(report.get("rejected").valueStream().map(each -> each.get("line").asInt()))
                    .containsExactly(4, 5, 6, 7);
            assertThat(report.at("/rejected/0/reason").asString())
                    .isEqualTo("participants: 값을 입력해 주세요.");
            assertThat(report.at("/rejected/3/reason").asString()).isEqualTo("이벤트를 찾을 수 없어요");
        }
        assertThat(outcomes(first)).hasSize(1);
        var closed = owner.get(path(first)).json();
        assertThat(closed.at("/performance/roi").asInt()).isEqualTo(400);
        assertThat(closed.at("/performance/grade").asString()).isEqualTo("MEASURED");
        assertThat(owner.get(path(second)).json().at("/performance/participants").asInt())
                .isEqualTo(1200);

        var stolen =
                foreign.send("/api/events/performance/import", "POST", "text/csv", filled).json();
        assertThat(stolen.get("recorded").asInt()).isZero();
        owner.send("/api/events/performance/import", "POST", "text/csv", "a,b\n1,2")
                .expectInvalid("file");
        owner.send("/api/events/performance/import", "POST", "text/csv", "event_id,\"cost")
                .expectInvalid("file");
    }

    @Test
    void keepsAnOpenLedger() {
        var hit = draft();
        close(hit, 180, 500);
        var miss = draft();
        close(miss, 20, 500);
        var old = draft();
        var figures = new HashMap<String, Object>(figures(180, 500));
        figures.put("completedOn", today.minusDays(90).toString());
        owner.post(path(old) + "/performance", figures).expect(201);

        var ledger = owner.get("/api/me/record").expect(200).json();
        assertThat(ledger.get("events").asInt()).isEqualTo(2);
        assertThat(ledger.get("participantsWithinRange").asInt()).isEqualTo(1);
        assertThat(ledger.get("roiWithinRange").asInt()).isEqualTo(2);
        assertThat(ledger.get("entries").valueStream().map(each -> each.get("eventId").asString()))
                .containsExactlyInAnyOrder(hit.toString(), miss.toString());
        assertThat(ledger.at("/entries/0/predicted/participants/low").asInt()).isEqualTo(120);
        assertThat(ledger.at("/entries/0/actual/roi").asInt()).isEqualTo(500);
        assertThat(owner.get("/api/me/record?days=91").json().get("events").asInt()).isEqualTo(3);
        owner.get("/api/me/record?days=0").expectInvalid("days");
    }

    @Test
    void forgetsTheEventsOfADeletedAccount() {
        var id = draft();
        close(id, 200, 400);
        close(id, 201, 400);
        var export = owner.get("/api/me/export").expect(200).body();
        assertThat(export).contains(id.toString());
        owner.delete("/api/me", Map.of("password", TestClient.PASSWORD)).expect(204);
        await().atMost(Duration.ofSeconds(10))
                .until(() ->
                        count("event.store_event", "id", id) == 0
                                && count("event.outcome", "event_id", id) == 0);
    }

    private static EventChange titled(String title) {
        return new EventChange(title, null, null, null, null, null, null, null);
    }

    /// What the case book learned of this owner's events.
    private List<Integer> precedentParticipants() {
        return jdbc.sql("select participants from casebook.precedents where owner = :owner")
                .param("owner", ownerId.value())
                .query((row, number) -> row.getInt("participants"))
                .list();
    }

    private StoreEventId draft() {
        return events.draft(SampleEvents.chosenBy(ownerId, today)).id();
    }

    private void close(StoreEventId id, int participants, int roi) {
        owner.post(path(id) + "/performance", figures(participants, roi)).expect(201);
    }

    private static Map<String, Object> figures(int participants, int roi) {
        return Map.of("participants", participants, "cost", 250_000, "roi", roi);
    }

    private List<JsonNode> outcomes(StoreEventId id) {
        return owner.get(path(id) + "/performance")
                .expect(200)
                .json()
                .get("items")
                .valueStream()
                .toList();
    }

    private List<String> listed(String query) {
        return owner.get("/api/events" + query)
                .expect(200)
                .json()
                .get("items")
                .valueStream()
                .map(each -> each.get("id").asString())
                .toList();
    }

    private int count(String table, String column, StoreEventId id) {
        return jdbc.sql("select count(*) from %s where %s = :id".formatted(table, column))
                .param("id", id.value())
                .query(Integer.class)
                .single();
    }

    private static String path(StoreEventId id) {
        return "/api/events/" + id;
    }
}
