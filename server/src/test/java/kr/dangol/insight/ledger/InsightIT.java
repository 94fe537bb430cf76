package kr.dangol.insight.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.awaitility.Awaitility.await;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.stream.Collectors;
import kr.dangol.account.AccountDeleted;
import kr.dangol.casebook.EmbeddingsBilled;
import kr.dangol.event.Edit;
import kr.dangol.event.EventEdited;
import kr.dangol.event.EventTraits;
import kr.dangol.event.OutcomeRecorded;
import kr.dangol.event.Prediction;
import kr.dangol.event.StoreEventId;
import kr.dangol.forecast.Estimate;
import kr.dangol.languagemodel.ModelAnswer.TokenUsage;
import kr.dangol.languagemodel.ModelCalled;
import kr.dangol.platform.AccountId;
import kr.dangol.platform.SlowRequest;
import kr.dangol.recommendation.PlanChosen;
import kr.dangol.recommendation.PlansAbandoned;
import kr.dangol.recommendation.PlansRecommended;
import kr.dangol.recommendation.PlansRecommended.Service;
import kr.dangol.recommendation.PlansRecommended.ShownPlan;
import kr.dangol.recommendation.PlansRegenerated;
import kr.dangol.recommendation.RecommendationFailed;
import kr.dangol.recommendation.RecommendationId;
import kr.dangol.shared.BusinessTypes;
import kr.dangol.shared.Grade;
import kr.dangol.shared.Industry;
import kr.dangol.shared.Purpose;
import kr.dangol.shared.Region;
import kr.dangol.shared.Slot;
import kr.dangol.shared.Won;
import kr.dangol.store.StoreId;
import kr.dangol.testing.DangolTest;
import kr.dangol.testing.TestClient;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.util.AopTestUtils;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.JsonNode;

/// Each test has days of its own far in the future, so that none sees another's facts.
@DangolTest
class InsightIT {

    private static final AccountId OWNER = new AccountId(UUID.randomUUID());
    private static LocalDate nextDay = LocalDate.of(2031, 3, 1);

    @Autowired TestClient client;
    @Autowired ApplicationEventPublisher facts;
    @Autowired TransactionTemplate transaction;
    @Autowired JdbcClient jdbc;
    @Autowired OutcomeFacts outcomes;

    private LocalDate day = LocalDate.EPOCH;
    private TestClient operator;

    @BeforeEach
    void freshDays() {
        day = nextDay;
        nextDay = nextDay.plusDays(100);
        operator = client.operator();
    }

    @Test
    void aDayBeginsAndEndsAtMidnightInSeoul() {
        // Seoul is nine hours ahead all year.
        var midnight = Instant.parse(day.minusDays(1) + "T15:00:00Z");
        tell(
                recommended(midnight.minusNanos(1000)),
                recommended(midnight),
                recommended(midnight.plusSeconds(86_399)),
                recommended(midnight.plusSeconds(86_400)));

        assertThat(value("recommendations", day, day)).isEqualTo(2);
        assertThat(value("recommendations", day.minusDays(1), day.minusDays(1))).isEqualTo(1);
        assertThat(value("recommendations", day.plusDays(1), day.plusDays(1))).isEqualTo(1);
        var days = measure("recommendations", day.minusDays(1), day.plusDays(1)).get("days");
        assertThat(days.valueStream().map(JsonNode::asDouble)).containsExactly(1.0, 2.0, 1.0);
    }

    @Test
    void withoutDaysItIsTheThirtyUpToToday() {
        var body = operator.get("/api/ops/insight/overview").expect(200).json();

        assertThat(body.get("days").size()).isEqualTo(30);
        assertThat(body.get("to").asString())
                .isEqualTo(LocalDate.now(Clock.system(ZoneId.of("Asia/Seoul"))).toString());
        operator.get("/api/ops/insight/overview?from=2026-02-02&to=2026-02-01")
                .expectInvalid("from");
        operator.get("/api/ops/insight/overview?from=gestern").expectInvalid("from");
        operator.get("/api/ops/insight/accuracy?by=weather").expectInvalid("by");
        client.owner().get("/api/ops/insight/overview").expectProblem(403, "forbidden");
    }

    @Test
    void factsCountOnceInWhateverOrderAndHoweverOftenTheyCome() {
        var shown = recommended(noon());
        var chosen = chosen(shown, Slot.LOW_ONLINE);
        var again = chosen(shown, Slot.HIGH_OFFLINE);
        var all =
                new ArrayList<Object>(
                        List.of(chosen, shown, again, edited(shown), abandoned(shown)));
        all.add(edited(shown));
        all.add(shown);
        all.add(again);
        tell(all.toArray());

        assertThat(value("recommendations", day, day)).isEqualTo(1);
        assertThat(value("choiceRate", day, day)).isEqualTo(1);
        assertThat(value("editRate", day, day)).isEqualTo(1);
        // Chosen after all.
        assertThat(value("abandonRate", day, day)).isZero();
        var feedback = get("feedback", day, day);
        assertThat(feedback.get("chosen").toString()).isEqualTo("{\"high-offline\":1}");
        assertThat(feedback.get("edited").toString()).isEqualTo("{\"prize\":1,\"title\":1}");
        assertThat(feedback.get("regenerated").toString()).isEqualTo("{}");
    }

    @Test
    void feedbackKeepsWhatWasShownWhere() {
        var shown = recommended(noon());
        tell(shown, chosen(shown, Slot.LOW_OFFLINE));

        var costs =
                jdbc.sql("select shown_costs from insight.feedback where recommendation_id = :id")
                        .param("id", shown.id().value())
                        .query((row, _) -> (Integer[]) row.getArray("shown_costs").getArray())
                        .single();
        assertThat(costs)
                .containsExactly(
                        Arrays.stream(Slot.values()).map(InsightIT::cost).toArray(Integer[]::new));
    }

    @Test
    void everyMeasureIsToldFromItsFacts() {
        var quick = recommended(noon(), Industry.FOOD, "서울", Service.HIT, 80, 0, 24);
        var slow = recommended(noon(), Industry.FOOD, "서울", Service.DRAFTED, 10_400, 24, 0);
        var turnedDown = recommended(noon(), Industry.RETAIL, "부산", Service.DRAFTED, 4_000, 26, 0);
        var left = recommended(noon(), Industry.RETAIL, "부산", Service.JOINED, 4_000, 0, 26);
        tell(
                quick,
                slow,
                turnedDown,
                left,
                new RecommendationFailed(
                        UUID.randomUUID(), Industry.FOOD, null, "answer-overdue", 15_000, noon()),
                chosen(quick, Slot.LOW_ONLINE),
                new PlansRegenerated(
                        turnedDown.id(), OWNER, "not-us", left.id(), turnedDown.plans(), noon()),
                abandoned(left),
                called("complete", 3_900),
                called("failed", 200));

        assertThat(value("recommendations", day, day)).isEqualTo(4);
        assertThat(value("responseMean", day, day)).isCloseTo(4.62, within(0.001));
        assertThat(value("responseMedian", day, day)).isCloseTo(4.0, within(0.2));
        assertThat(value("responseP99", day, day)).isCloseTo(10.4, within(0.5));
        assertThat(value("slowAnswers", day, day)).isEqualTo(1);
        assertThat(value("cacheHitRate", day, day)).isEqualTo(0.25);
        assertThat(value("answerSuccess", day, day)).isEqualTo(0.8);
        assertThat(value("outsideCallSuccess", day, day)).isEqualTo(0.5);
        assertThat(value("choiceRate", day, day)).isEqualTo(0.25);
        assertThat(value("regenerateRate", day, day)).isEqualTo(0.25);
        assertThat(value("abandonRate", day, day)).isEqualTo(0.25);
        assertThat(value("costPerRecommendation", day, day)).isEqualTo(12.5);
        assertThat(value("savedByCache", day, day)).isEqualTo(50);
        assertThat(value("outsideCost", day, day)).isEqualTo(48);
        var choice = measure("choiceRate", day, day);
        assertThat(choice.at("/target/bound").asDouble()).isEqualTo(0.7);
        assertThat(choice.get("met").asBoolean()).isFalse();
        assertThat(measure("roiErrorMedian", day, day).get("value").isNull()).isTrue();
        // Narrower by any combination.
        assertThat(value("recommendations", day, day, "&industry=음식점&region=서울&engine=claude"))
                .isEqualTo(2);
        assertThat(value("recommendations", day, day, "&industry=음식점&region=부산")).isZero();
    }

    @Test
    void accuracyShowsTheWorstFirst() {
        var food = recommended(noon(), Industry.FOOD, "서울", Service.DRAFTED, 4_000, 0, 0);
        var shop = recommended(noon(), Industry.RETAIL, "부산", Service.DRAFTED, 4_000, 0, 0);
        tell(
                food,
                shop,
                outcome(food, 1, 100, 110),
                outcome(food, 1, 100, 90),
                outcome(shop, 1, 100, 250),
                outcome(shop, 1, 100, 0));

        var accuracy = get("accuracy", day, day, "&by=industry");

        assertThat(accuracy.at("/total/outcomes").asInt()).isEqualTo(4);
        var worst = accuracy.at("/items/0");
        assertThat(worst.get("key").asString()).isEqualTo("소매점");
        assertThat(worst.get("roiErrorMedian").asDouble()).isCloseTo(0.6, within(0.03));
        assertThat(worst.get("roiWithin").asDouble()).isZero();
        assertThat(worst.get("zeroRoi").asInt()).isEqualTo(1);
        assertThat(worst.get("met").asBoolean()).isFalse();
        var best = accuracy.at("/items/1");
        assertThat(best.get("key").asString()).isEqualTo("음식점");
        assertThat(best.get("roiClose").asDouble()).isEqualTo(1);
        assertThat(best.get("roiWithin").asDouble()).isEqualTo(1);
        assertThat(best.get("met").asBoolean()).isTrue();
        assertThat(get("accuracy", day, day, "&by=engine").at("/items/0/key").asString())
                .isEqualTo("claude");
        assertThat(get("outcomes", day, day, "&industry=소매점").get("items").size()).isEqualTo(2);
    }

    @Test
    void aCorrectionTakesThePlaceOfWhatWasToldBefore() {
        var shown = recommended(noon());
        var first = outcome(shown, 1, 100, 400);
        var corrected = corrected(first, 2, 105, day.plusDays(1));
        // The outcome is here before what was recommended, and the first telling comes once more.
        tell(first, shown, corrected, first, corrected);

        assertThat(value("outcomes", day, day)).isZero();
        assertThat(value("outcomes", day.plusDays(1), day.plusDays(1))).isEqualTo(1);
        assertThat(value("roiErrorMedian", day.plusDays(1), day.plusDays(1)))
                .isCloseTo(5 / 105.0, within(0.003));
        assertThat(value("outcomes", day, day.plusDays(2), "&engine=claude&promptVersion=v1"))
                .isEqualTo(1);
    }

    /// Whatever comes in whatever order: each sum is what a scan of the rows would give.
    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void sumsAreThoseOfTheRows(long seed) {
        var random = new Random(seed);
        var all = new ArrayList<Object>();
        for (var i = 0; i < 30; i++) {
            all.addAll(anyLife(random));
        }
        Collections.shuffle(all, random);
        tell(all.toArray());
        expectSumsOfTheRows(seed);

        jdbc.sql("update insight.answer_day set answers = 0 where day >= :day")
                .param("day", day)
                .update();
        jdbc.sql("delete from insight.outcome_day where day >= :day").param("day", day).update();
        jdbc.sql("update insight.answer_month set chosen = 7 where day >= :day")
                .param("day", day.minusMonths(1))
                .update();
        operator.post("/api/ops/insight/sums/rebuild").expect(200);
        expectSumsOfTheRows(seed);
    }

    private void expectSumsOfTheRows(long seed) {
        assertThat(monthsOffTheirDays("answer", "answers, chosen, millis_sum")).isEmpty();
        assertThat(monthsOffTheirDays("outcome", "outcomes, roi_within")).isEmpty();
        expectWholeMonthsToSumUpToTheirDays();
        for (var combination = 0; combination < 16; combination++) {
            assertThat(
                            sums(
                                    "answer",
                                    combination,
                                    "count(*) filter (where service <> 'failed')",
                                    "answers"))
                    .as("seed %s", seed)
                    .isEmpty();
            assertThat(sums("answer", combination, "count(chosen_slot)", "chosen")).isEmpty();
            assertThat(
                            sums(
                                    "answer",
                                    combination,
                                    "coalesce(sum(millis) filter (where service <> 'failed'), 0)",
                                    "millis_sum"))
                    .isEmpty();
            assertThat(
                            sums(
                                    "outcome",
                                    combination,
                                    "count(*) filter (where roi between roi_low and roi_high)",
                                    "roi_within"))
                    .isEmpty();
        }
    }

    @Test
    void usageIsByDayAndByMonth() {
        tell(called("complete", 3_000), called("complete", 4_000), called("timed_out", 8_000));

        var rows = operator.get(path("/api/ops/usage", day, day, "&by=day")).expect(200).json();
        assertThat(rows.at("/items/0/calls").asInt()).isEqualTo(3);
        assertThat(rows.at("/items/0/completed").asInt()).isEqualTo(2);
        assertThat(rows.at("/items/0/outputTokens").asInt()).isEqualTo(2_400);
        assertThat(rows.at("/items/0/period").asString()).isEqualTo(day.toString());
        var months = operator.get(path("/api/ops/usage", day, day, "&by=month")).expect(200).json();
        assertThat(months.at("/items/0/period").asString())
                .isEqualTo(day.toString().substring(0, 7));
        assertThat(months.at("/items/0/costKrw").asInt()).isEqualTo(72);
    }

    @Test
    void paidEmbeddingsAreOnTheBill() {
        tell(
                new EmbeddingsBilled(
                        UUID.randomUUID(),
                        noon(),
                        "text-embedding-3-large",
                        "index",
                        100,
                        52_000,
                        6_760,
                        10,
                        Duration.ofMillis(640),
                        "complete"),
                called("complete", 3_000));

        var rows = operator.get(path("/api/ops/usage", day, day, "")).expect(200).json();
        assertThat(rows.at("/items/1/service").asString()).isEqualTo("openai");
        assertThat(rows.at("/items/1/inputTokens").asInt()).isEqualTo(52_000);
        assertThat(value("outsideCost", day, day)).isEqualTo(34);
    }

    @Test
    void everythingIsAFileToo() {
        tell(recommended(noon()), called("complete", 3_000));
        var csv = operator.with("Accept", "text/csv");

        for (var what : List.of("overview", "accuracy", "drilldown", "outcomes", "slow")) {
            var answer = csv.get(path("/api/ops/insight/" + what, day, day, "")).expect(200);
            assertThat(answer.header("Content-Type")).startsWith("text/csv");
            assertThat(answer.header("Content-Disposition")).contains(".csv");
        }
        var usage = csv.get(path("/api/ops/usage", day, day, "")).expect(200).body();
        assertThat(usage.lines().skip(1)).first().asString().contains("claude-haiku-5-5,plans,1,1");
        var overview = csv.get(path("/api/ops/insight/overview", day, day.plusDays(2), "")).body();
        assertThat(overview.lines()).hasSize(4);
        assertThat(overview.lines().skip(1)).first().asString().startsWith(day + ",1,");
    }

    @Test
    void slowRequestsAreListed() {
        tell(
                new SlowRequest(
                        UUID.randomUUID(), noon(), "POST", "/api/recommendations", 200, 10_412));

        var slow = get("slow", day, day).at("/items/0");

        assertThat(slow.get("route").asString()).isEqualTo("/api/recommendations");
        assertThat(slow.get("at").asString()).isEqualTo(day + "T12:00:00+09:00");
    }

    @Test
    void nobodyLearnsFromFewerThanFiveShops() {
        day = LocalDate.now(Clock.system(ZoneId.of("Asia/Seoul")));
        var shown = recommended(noon(), Industry.LODGING, "강원", Service.DRAFTED, 4_000, 0, 0);
        var owner = client.owner();
        var store =
                owner.post(
                                "/api/stores",
                                Map.of(
                                        "name", "바다 민박",
                                        "businessType", "펜션",
                                        "address", "강원 강릉시 해안로 1"))
                        .expect(201)
                        .json()
                        .get("id")
                        .asString();
        for (var shops = 0; shops < 4; shops++) {
            tell(outcome(shown, 1, 100, 100 + 10 * shops));
        }
        // More events of the same shop are no more shops.
        var last = outcome(shown, 1, 100, 140);
        tell(last, sameShop(last, 150));
        tell(sameShop(last, 160));
        var five = owner.get("/api/stores/" + store + "/peers").expect(200).json();
        assertThat(five.get("circle").asString()).isEqualTo("industry");
        assertThat(five.at("/groups/0/shops").asInt()).isEqualTo(5);
        assertThat(five.at("/groups/0/events").asInt()).isEqualTo(7);
        assertThat(five.at("/groups/0/roi").asInt()).isEqualTo(130);

        handOver(() -> listener().on(new AccountDeleted(OWNER)));
        waitForWorker();
        var anonymous = owner.get("/api/stores/" + store + "/peers").expect(200).json();
        assertThat(anonymous.at("/groups/0/shops").asInt()).isEqualTo(5);
        jdbc.sql(
                        """
                        delete from insight.outcome where store_key =
                            (select store_key from insight.outcome where recommendation_id = :id
                             group by 1 order by count(*) limit 1)
                        """)
                .param("id", shown.id().value())
                .update();
        var four = owner.get("/api/stores/" + store + "/peers").expect(200).json();
        assertThat(four.get("circle").isNull()).isTrue();
        assertThat(four.get("groups").size()).isZero();
        client.owner().get("/api/stores/" + store + "/peers").expect(404);
    }

    /// From the owner's phone to the operator's screen.
    @Test
    void theWholeLoopArrives() {
        var owner = client.owner();
        var answer =
                owner.post(
                                "/api/recommendations",
                                Map.of(
                                        "eventPurpose",
                                        "재방문유도",
                                        "storeInfo",
                                        Map.of(
                                                "businessType",
                                                "세탁소",
                                                "location",
                                                Map.of("city", "제주", "district", "서귀포시"))))
                        .expect(200);
        var id = answer.json().at("/data/id").asString();
        var event =
                owner.post(
                                "/api/recommendations/" + id + "/selection",
                                Map.of("option", "low-offline", "title", "우리 동네 세탁"))
                        .expect(201)
                        .json();
        owner.post(
                        "/api/events/" + event.get("id").asString() + "/performance",
                        Map.of("participants", 40, "cost", 200_000, "roi", 120))
                .expect(201);
        waitForWorker();

        var kept =
                jdbc.sql(
                                """
                                select answer.known and answer.edited
                                    and answer.chosen_slot = 'low-offline'
                                    and outcome.roi = 120 and outcome.engine = answer.engine
                                from insight.answer join insight.outcome
                                    on outcome.recommendation_id = answer.id
                                where answer.id = :id::uuid
                                """)
                        .param("id", id)
                        .query(Boolean.class)
                        .single();
        assertThat(kept).isTrue();
    }

    private List<Object> anyLife(Random random) {
        var industry = Industry.values()[random.nextInt(5)];
        var city = List.of("서울", "부산", "제주").get(random.nextInt(3));
        var shown =
                recommended(
                        noon().plusSeconds(86_400L * random.nextInt(3)),
                        industry,
                        city,
                        Service.values()[random.nextInt(3)],
                        random.nextInt(12_000),
                        random.nextInt(30),
                        random.nextInt(30));
        var life = new ArrayList<Object>(List.of(shown, shown));
        if (random.nextBoolean()) {
            life.add(chosen(shown, Slot.values()[random.nextInt(6)]));
            life.add(edited(shown));
            var told = outcome(shown, 1, 100, random.nextInt(300));
            life.add(told);
            life.add(corrected(told, 2, random.nextInt(300), day.plusDays(random.nextInt(3))));
        } else {
            life.add(abandoned(shown));
        }
        return life;
    }

    /// A span that holds a whole month tells the same as its days one by one.
    private void expectWholeMonthsToSumUpToTheirDays() {
        var from = day.minusDays(40);
        var until = day.plusDays(50);
        for (var measure : List.of("recommendations", "outcomes")) {
            var read = measure(measure, from, until);
            var ofDays = read.get("days").valueStream().mapToDouble(JsonNode::asDouble).sum();
            assertThat(ofDays).isPositive();
            assertThat(total(measure, from, until)).isEqualTo(ofDays);
        }
        var whole = get("accuracy", from, until).get("total");
        assertThat(whole.get("roiErrorMedian").asDouble())
                .isEqualTo(value("roiErrorMedian", from, until));
    }

    /// Added up over regions.
    private double total(String measure, LocalDate from, LocalDate until) {
        return get("drilldown", from, until, "&by=region")
                .get("items")
                .valueStream()
                .flatMap(part -> part.get("measures").valueStream())
                .filter(each -> each.get("key").asString().equals(measure))
                .mapToDouble(each -> each.get("value").asDouble())
                .sum();
    }

    /// The cells of all months whose sums are not those of their days, histograms included.
    private List<@Nullable String> monthsOffTheirDays(String table, String columns) {
        var sums =
                Arrays.stream(columns.split(", "))
                        .map("sum(%s)::bigint"::formatted)
                        .collect(Collectors.joining(", "));
        return jdbc.sql(
                        """
                        with of_days as (
                            select date_trunc('month', day)::date, industry, city, engine,
                                prompt_version, %s
                            from insight.%s_day group by 1, 2, 3, 4, 5),
                        of_months as (
                            select day, industry, city, engine, prompt_version, %s
                            from insight.%s_month),
                        day_classes as (
                            select date_trunc('month', day)::date, industry, city, engine,
                                prompt_version, class, sum(amount)::bigint
                            from insight.%s_day,
                                unnest(classes) with ordinality as u (amount, class)
                            group by 1, 2, 3, 4, 5, 6 having sum(amount) <> 0),
                        month_classes as (
                            select day, industry, city, engine, prompt_version, class, amount
                            from insight.%s_month,
                                unnest(classes) with ordinality as u (amount, class)
                            where amount <> 0)
                        (select t::text from (table of_days except table of_months) as t)
                        union all
                        (select t::text from (table of_months except table of_days) as t)
                        union all
                        (select t::text from (table day_classes except table month_classes) as t)
                        union all
                        (select t::text from (table month_classes except table day_classes) as t)
                        """
                                .formatted(sums, table, columns, table, table, table))
                .query(String.class)
                .list();
    }

    /// The cells of a combination whose sum is not that of the rows.
    private List<@Nullable String> sums(
            String table, int combination, String ofRows, String column) {
        var dimensions = List.of("industry", "city", "engine", "prompt_version");
        var keys = new ArrayList<String>();
        var all = new ArrayList<String>();
        for (var i = 0; i < 4; i++) {
            var name = dimensions.get(i);
            var isAll = (combination & 1 << i) == 0;
            keys.add(isAll ? "'*'::text as " + name : name);
            all.add(name + (isAll ? " = '*'" : " <> '*'"));
        }
        return jdbc.sql(
                        """
                        with scanned as (
                            select day, %s, %s as total from insight.%s
                            where day >= :from and day < :until group by 1, 2, 3, 4, 5),
                        kept as (
                            select day, industry, city, engine, prompt_version, %s as total
                            from insight.%s_day where day >= :from and day < :until and %s)
                        select scanned::text || ' but ' || kept::text
                        from scanned full join kept
                            using (day, industry, city, engine, prompt_version)
                        where coalesce(scanned.total, 0) <> coalesce(kept.total, 0)
                        """
                                .formatted(
                                        String.join(", ", keys),
                                        ofRows,
                                        table,
                                        column,
                                        table,
                                        String.join(" and ", all)))
                .param("from", day)
                .param("until", day.plusDays(10))
                .query(String.class)
                .list();
    }

    /// Publishes each fact in a transaction of its own and waits until all are taken in. Outcomes
    /// are handed over directly: the case book must not learn from ours.
    private void tell(Object... all) {
        for (var fact : all) {
            if (fact instanceof OutcomeRecorded outcome) {
                handOver(() -> listener().on(outcome));
            } else {
                transaction.executeWithoutResult(_ -> facts.publishEvent(fact));
            }
        }
        waitForWorker();
    }

    /// As the outbox does: in a transaction, and not by the proxy.
    private void handOver(Runnable delivery) {
        transaction.executeWithoutResult(_ -> delivery.run());
    }

    private OutcomeFacts listener() {
        return AopTestUtils.getTargetObject(outcomes);
    }

    private void waitForWorker() {
        await().until(() ->
                jdbc.sql(
                                        """
                                        select count(*) from event_publication
                                        where listener_id like '%kr.dangol.insight%'
                                        """)
                                .query(Long.class)
                                .single()
                        == 0);
    }

    private double value(String key, LocalDate from, LocalDate to) {
        return value(key, from, to, "");
    }

    private double value(String key, LocalDate from, LocalDate to, String more) {
        return measure(get("overview", from, to, more), key).get("value").asDouble();
    }

    private JsonNode measure(String key, LocalDate from, LocalDate to) {
        return measure(get("overview", from, to), key);
    }

    private static JsonNode measure(JsonNode overview, String key) {
        return overview.get("measures")
                .valueStream()
                .filter(each -> each.get("key").asString().equals(key))
                .findFirst()
                .orElseThrow();
    }

    private JsonNode get(String what, LocalDate from, LocalDate to) {
        return get(what, from, to, "");
    }

    private JsonNode get(String what, LocalDate from, LocalDate to, String more) {
        return operator.get(path("/api/ops/insight/" + what, from, to, more)).expect(200).json();
    }

    private static String path(String path, LocalDate from, LocalDate to, String more) {
        var query = new StringBuilder("?from=%s&to=%s".formatted(from, to));
        for (var each : more.split("&")) {
            if (!each.isEmpty()) {
                var pair = each.split("=");
                query.append('&').append(pair[0]).append('=');
                query.append(URLEncoder.encode(pair[1], StandardCharsets.UTF_8));
            }
        }
        return path + query;
    }

    private Instant noon() {
        return Instant.parse(day + "T03:00:00Z");
    }

    private PlansRecommended recommended(Instant at) {
        return recommended(at, Industry.FOOD, "서울", Service.DRAFTED, 4_000, 24, 0);
    }

    private static PlansRecommended recommended(
            Instant at,
            Industry industry,
            String city,
            Service service,
            long millis,
            long cost,
            long saved) {
        return new PlansRecommended(
                new RecommendationId(UUID.randomUUID()),
                OWNER,
                null,
                industry,
                "고깃집",
                new Region(city, null),
                Purpose.SALES,
                "claude",
                "claude-haiku-5-5",
                "v1",
                service,
                false,
                false,
                millis,
                cost,
                saved,
                plans(),
                at);
    }

    private static List<ShownPlan> plans() {
        return Arrays.stream(Slot.values())
                .map(slot ->
                        new ShownPlan(
                                slot,
                                "기획안",
                                Won.of(cost(slot)),
                                "model",
                                new Estimate(100, 50, 150),
                                new Estimate(100, 50, 150),
                                30,
                                "1"))
                .toList();
    }

    private static int cost(Slot slot) {
        return 250_000 * (slot.ordinal() + 1);
    }

    private PlanChosen chosen(PlansRecommended of, Slot slot) {
        return new PlanChosen(
                of.id(), OWNER, slot, new StoreEventId(UUID.randomUUID()), of.plans(), noon());
    }

    private PlansAbandoned abandoned(PlansRecommended of) {
        return new PlansAbandoned(of.id(), OWNER, of.plans(), noon());
    }

    private EventEdited edited(PlansRecommended of) {
        return new EventEdited(
                new StoreEventId(UUID.randomUUID()),
                OWNER,
                of.id().value(),
                Slot.LOW_ONLINE,
                traits(of),
                predicted(100),
                List.of(
                        new Edit("title", "기획안", "우리 기획안", noon()),
                        new Edit("prize", "음료", "커피", noon())));
    }

    private OutcomeRecorded outcome(PlansRecommended of, int revision, int predicted, int actual) {
        return new OutcomeRecorded(
                new StoreEventId(UUID.randomUUID()),
                revision,
                OWNER,
                new StoreId(UUID.randomUUID()),
                of.id().value(),
                Slot.LOW_ONLINE,
                "기획안",
                traits(of),
                null,
                day,
                120,
                300_000,
                actual,
                Grade.MEASURED,
                predicted(predicted));
    }

    private static OutcomeRecorded sameShop(OutcomeRecorded of, int roi) {
        return new OutcomeRecorded(
                new StoreEventId(UUID.randomUUID()),
                1,
                of.owner(),
                of.storeId(),
                of.recommendationId(),
                of.slot(),
                of.title(),
                of.traits(),
                of.winners(),
                of.completedOn(),
                of.participants(),
                of.cost(),
                roi,
                of.grade(),
                of.prediction());
    }

    private static OutcomeRecorded corrected(
            OutcomeRecorded of, int revision, int roi, LocalDate completedOn) {
        return new OutcomeRecorded(
                of.eventId(),
                revision,
                of.owner(),
                of.storeId(),
                of.recommendationId(),
                of.slot(),
                of.title(),
                of.traits(),
                of.winners(),
                completedOn,
                of.participants(),
                of.cost(),
                roi,
                of.grade(),
                of.prediction());
    }

    private static EventTraits traits(PlansRecommended of) {
        return new EventTraits(
                of.industry(),
                BusinessTypes.resolve(of.businessType(), of.industry()),
                of.region(),
                of.purpose(),
                LocalDate.of(2031, 1, 1),
                Slot.LOW_ONLINE.channel(),
                Won.of(300_000),
                "음료",
                "도장을 모아요");
    }

    private static Prediction predicted(int roi) {
        return new Prediction(100, 80, 150, roi, roi - 50, roi + 50, 30, "", "1");
    }

    private ModelCalled called(String ending, long millis) {
        return new ModelCalled(
                UUID.randomUUID(),
                noon(),
                "plans",
                "claude-haiku-5-5",
                ending,
                new TokenUsage(1_200, 0, 0, 800, false),
                17_000,
                24,
                300L,
                millis);
    }
}
