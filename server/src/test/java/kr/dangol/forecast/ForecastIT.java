package kr.dangol.forecast;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import kr.dangol.event.EventTraits;
import kr.dangol.event.OutcomeRecorded;
import kr.dangol.event.Prediction;
import kr.dangol.event.StoreEventId;
import kr.dangol.platform.AccountId;
import kr.dangol.shared.BusinessTypes;
import kr.dangol.shared.Channel;
import kr.dangol.shared.Grade;
import kr.dangol.shared.Industry;
import kr.dangol.shared.Purpose;
import kr.dangol.shared.Regions;
import kr.dangol.shared.Slot;
import kr.dangol.shared.Won;
import kr.dangol.testing.DangolTest;
import kr.dangol.testing.TestClient;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.JsonNode;

@DangolTest
class ForecastIT {

    @Autowired TestClient client;
    @Autowired Forecaster forecaster;
    @Autowired ApplicationEventPublisher publisher;
    @Autowired PlatformTransactionManager transactions;

    private static Map<String, @Nullable Object> plan() {
        var plan = new HashMap<String, @Nullable Object>();
        plan.put("industry", "음식점");
        plan.put("businessType", "고깃집");
        plan.put("location", Map.of("city", "서울", "district", "강남구"));
        plan.put("purpose", "신규 고객 유치");
        plan.put("date", "2024-05-01");
        plan.put("type", "online");
        plan.put("cost", 300_000);
        plan.put("prize", "음료 쿠폰");
        plan.put("participation", "인스타그램 팔로우 후 댓글 남기기");
        return plan;
    }

    private static Map<String, @Nullable Object> planWith(String field, @Nullable Object value) {
        var plan = plan();
        plan.put(field, value);
        return plan;
    }

    @Test
    void foretellsOnePlan() {
        var forecast = client.owner().post("/api/forecasts", plan()).expect(200).json();
        for (var number : List.of("participants", "roi")) {
            var range = forecast.get(number);
            assertThat(range.get("expected").isIntegralNumber()).isTrue();
            assertThat(range.get("low").asInt()).isLessThanOrEqualTo(range.get("expected").asInt());
            assertThat(range.get("high").asInt())
                    .isGreaterThanOrEqualTo(range.get("expected").asInt());
        }
        assertThat(forecast.get("cases").asInt()).isPositive();
        assertThat(forecast.get("realCases").asInt()).isNotNegative();
        assertThat(forecast.get("basis").asString()).isNotBlank();
        assertThat(forecast.get("modelVersion").asString()).isNotBlank();
        assertThat(forecast.get("profit").isIntegralNumber()).isTrue();
        assertThat(forecast.get("lossRisk").asString()).isIn("low", "medium", "high");
        assertThat(forecast.get("breakEvenParticipants").asInt()).isPositive();
    }

    @Test
    void answersAnArrayWithAnArrayInOrder() {
        var plans = new ArrayList<Map<String, @Nullable Object>>();
        for (var i = 0; i < 1_000; i++) {
            plans.add(planWith("cost", 100_000 + 5_000 * i));
        }
        var forecasts = client.owner().post("/api/forecasts", plans).expect(200).json();
        assertThat(forecasts.size()).isEqualTo(1_000);
        var before = 0;
        for (var forecast : forecasts) {
            var participants = forecast.at("/participants/expected").asInt();
            assertThat(participants).isGreaterThanOrEqualTo(before);
            before = participants;
        }
        assertThat(client.owner().post("/api/forecasts", List.of()).expect(200).json().size())
                .isZero();
    }

    @Test
    void refusesMoreThanAThousand() {
        client.owner().post("/api/forecasts", Collections.nCopies(1_001, plan())).expectInvalid("");
    }

    @Test
    void takesOldNamesOfPlacesAndUnknownOnes() {
        var owner = client.owner();
        owner.post("/api/forecasts", planWith("location", Map.of("city", "강원도", "district", "춘천시")))
                .expect(200);
        owner.post("/api/forecasts", planWith("location", null)).expect(200);
        owner.post("/api/forecasts", planWith("location", Map.of("city", "없는도")))
                .expectInvalid("location");
    }

    @Test
    void takesAnyBusinessTypeOrNone() {
        var owner = client.owner();
        owner.post("/api/forecasts", planWith("businessType", "듣도 보도 못한 가게")).expect(200);
        var plan = plan();
        plan.remove("businessType");
        owner.post("/api/forecasts", plan).expect(200);
    }

    @Test
    void namesEveryWrongFieldOfEveryPlan() {
        var owner = client.owner();
        owner.post("/api/forecasts", planWith("industry", "요식업")).expectInvalid("industry");
        owner.post("/api/forecasts", planWith("purpose", "돈벌기")).expectInvalid("purpose");
        owner.post("/api/forecasts", planWith("type", "hybrid")).expectInvalid("type");
        owner.post("/api/forecasts", planWith("cost", 0)).expectInvalid("cost");
        owner.post("/api/forecasts", planWith("cost", 1.5)).expectInvalid("cost");
        owner.post("/api/forecasts", planWith("cost", "많이")).expectInvalid("cost");
        owner.post("/api/forecasts", planWith("date", "2024-13-01")).expectInvalid("date");
        owner.post("/api/forecasts", planWith("prize", "가".repeat(51))).expectInvalid("prize");
        owner.post("/api/forecasts", planWith("prize", "\u0000")).expectInvalid("prize");
        owner.post("/api/forecasts", planWith("marginPercent", 0)).expectInvalid("marginPercent");
        owner.post("/api/forecasts", planWith("luck", 7)).expectInvalid("luck");
        owner.post("/api/forecasts", List.of(plan(), planWith("cost", -5), planWith("type", "x")))
                .expectInvalid("[1].cost", "[2].type");
        owner.post("/api/forecasts", List.of(plan(), planWith("cost", "x")))
                .expectInvalid("[1].cost");
        owner.post("/api/forecasts", Map.of())
                .expectInvalid(
                        "industry", "purpose", "date", "type", "cost", "prize", "participation");
    }

    @Test
    void asksWhoIsCalling() {
        client.post("/api/forecasts", plan()).expectProblem(401, "not-signed-in");
    }

    @Test
    void profitFollowsTheMargin() {
        var owner = client.owner();
        var thin = owner.post("/api/forecasts", planWith("marginPercent", 10)).expect(200).json();
        var fat = owner.post("/api/forecasts", planWith("marginPercent", 90)).expect(200).json();
        assertThat(thin.get("profit").asLong()).isLessThan(fat.get("profit").asLong());
        assertThat(thin.get("breakEvenParticipants").asInt())
                .isGreaterThan(fat.get("breakEvenParticipants").asInt());
    }

    @Test
    void anOutcomeChangesForecastsAtOnceAndTwiceIsOnce() {
        var before = forecaster.forecast(traits());
        var outcome = outcome(before.participants().high() * 10);
        publish(outcome);
        await().atMost(Duration.ofSeconds(3))
                .until(() ->
                        !forecaster
                                .forecast(traits())
                                .modelVersion()
                                .equals(before.modelVersion()));
        var after = forecaster.forecast(traits());
        assertThat(after.participants().expected()).isGreaterThan(before.participants().expected());
        assertThat(after.realCases()).isEqualTo(before.realCases() + 1);
        publish(outcome);
        assertThat(forecaster.forecast(traits()).realCases()).isEqualTo(after.realCases());
    }

    @Test
    void saysWhichPrecedentsCountMostAndWhy() {
        // An industry in which no other test closes events: groups of owners' shops outweigh
        // samples.
        var plan = planWith("industry", "숙박");
        plan.put("businessType", "펜션");
        var basis = client.owner().post("/api/forecasts/basis", plan).expect(200).json();
        var precedents = basis.get("precedents");
        assertThat(precedents.size()).isBetween(1, 7);
        var last = 1.0;
        for (var each : precedents) {
            assertThat(each.get("share").asDouble()).isLessThanOrEqualTo(last);
            last = each.get("share").asDouble();
            assertThat(each.get("why").size()).isBetween(each.get("stores").asInt() > 1 ? 0 : 1, 3);
            assertThat(each.get("title").asString()).isNotBlank();
        }
        assertThat(precedents.toString()).contains("business-type");
    }

    @Test
    void namesOtherOwnersShopsOnlyWhenTheyAreFive() {
        var plan = planWith("businessType", "낚시카페");
        for (var shop = 1; shop <= 4; shop++) {
            publish(outcomeOf("낚시카페", shop));
        }
        var owner = client.owner();
        awaitRealCases(plan, 4);
        assertThat(groups(owner.post("/api/forecasts/basis", plan).expect(200).json()))
                .noneMatch(ForecastIT::isOfAnglersCafes);
        publish(outcomeOf("낚시카페", 5));
        awaitRealCases(plan, 5);
        var groups = groups(owner.post("/api/forecasts/basis", plan).expect(200).json());
        assertThat(groups).hasSize(1);
        assertThat(groups.getFirst().get("caseId").isNull()).isTrue();
        assertThat(groups.getFirst().get("stores").asInt()).isGreaterThanOrEqualTo(5);
    }

    /// Five shops of the whole industry may stand together before five of one business type do.
    private static boolean isOfAnglersCafes(JsonNode group) {
        return group.get("title").asString().contains("낚시카페") || group.get("stores").asInt() < 5;
    }

    /// Entries that rest on owners' events; nobody asks here who has any of their own.
    private static List<JsonNode> groups(JsonNode basis) {
        return basis.get("precedents")
                .valueStream()
                .filter(each -> each.get("grade").asString().equals("MEASURED"))
                .toList();
    }

    private void awaitRealCases(Map<String, @Nullable Object> plan, int atLeast) {
        var asking = client.owner();
        await().atMost(Duration.ofSeconds(5))
                .until(() ->
                        asking.post("/api/forecasts", plan)
                                        .expect(200)
                                        .json()
                                        .get("realCases")
                                        .asInt()
                                >= atLeast);
    }

    @Test
    void anOwnerSeesWhatAnOutcomeChanged() {
        var owner = client.owner();
        var request =
                Map.of(
                        "eventPurpose",
                        "재방문유도",
                        "storeInfo",
                        Map.of(
                                "industry", "서비스",
                                "businessType", "세탁소",
                                "location", Map.of("city", "울산", "district", "남구")));
        var id = owner.post("/api/recommendations", request).expect(200).json().at("/data/id");
        var event =
                owner.post(
                                "/api/recommendations/" + id.asString() + "/selection",
                                Map.of("option", "low-offline"))
                        .expect(201)
                        .json();
        var path = "/api/events/" + event.get("id").asString();
        assertThat(owner.get(path + "/correction").expect(200).json().get("before").isNull())
                .isTrue();
        var expected = event.at("/prediction/participants/expected").asInt();
        owner.post(
                        path + "/performance",
                        Map.of(
                                "participants",
                                expected * 4,
                                "cost",
                                event.get("cost").asLong(),
                                "roi",
                                300))
                .expect(201);
        var correction =
                await().atMost(Duration.ofSeconds(5))
                        .until(
                                () -> owner.get(path + "/correction").expect(200).json(),
                                each -> each.get("learned").asBoolean());
        assertThat(correction.at("/after/participants").asInt())
                .isGreaterThan(correction.at("/before/participants").asInt());
        var now = owner.post(path + "/duplicate").expect(201).json();
        assertThat(now.at("/prediction/participants/expected").asInt())
                .isGreaterThan(correction.at("/before/participants").asInt());
        client.owner().get(path + "/correction").expect(404);
        var exported = owner.get("/api/me/export").expect(200).json().get("forecastCorrections");
        assertThat(exported).hasSize(1);
        assertThat(exported.at("/0/eventId")).isEqualTo(event.get("id"));
        assertThat(exported.at("/0/correction/after/participants"))
                .isEqualTo(correction.at("/after/participants"));
    }

    private void publish(OutcomeRecorded outcome) {
        new TransactionTemplate(transactions)
                .executeWithoutResult(status -> publisher.publishEvent(outcome));
    }

    private static EventTraits traits() {
        return new EventTraits(
                Industry.RETAIL,
                BusinessTypes.resolve("꽃집", Industry.RETAIL),
                Regions.find("제주", "제주시").orElseThrow(),
                Purpose.SALES,
                LocalDate.of(2026, 5, 1),
                Channel.OFFLINE,
                Won.of(300_000),
                "튤립 한 송이",
                "매장에서 스탬프 모으기");
    }

    private static OutcomeRecorded outcome(int participants) {
        return new OutcomeRecorded(
                new StoreEventId(new UUID(5, 5)),
                1,
                new AccountId(new UUID(6, 6)),
                null,
                new UUID(7, 7),
                Slot.LOW_OFFLINE,
                "튤립 나눔",
                traits(),
                null,
                LocalDate.of(2026, 5, 8),
                participants,
                300_000,
                300,
                Grade.MEASURED,
                new Prediction(10, 5, 20, 300, 100, 500, 3, "", "v"));
    }

    private static OutcomeRecorded outcomeOf(String type, int shop) {
        var other = traits();
        return new OutcomeRecorded(
                new StoreEventId(new UUID(8, shop)),
                1,
                new AccountId(new UUID(9, shop)),
                null,
                new UUID(7, 7),
                Slot.LOW_OFFLINE,
                "손맛 대회",
                new EventTraits(
                        Industry.FOOD,
                        BusinessTypes.resolve(type, Industry.FOOD),
                        other.region(),
                        other.purpose(),
                        other.date(),
                        other.channel(),
                        other.cost(),
                        "음료 쿠폰",
                        other.participation()),
                null,
                LocalDate.of(2026, 5, 8),
                40 + shop,
                300_000,
                300,
                Grade.MEASURED,
                new Prediction(10, 5, 20, 300, 100, 500, 3, "", "v"));
    }
}
