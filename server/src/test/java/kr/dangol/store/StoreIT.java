package kr.dangol.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import kr.dangol.account.DemoOwnerCreated;
import kr.dangol.platform.AccountId;
import kr.dangol.testing.DangolTest;
import kr.dangol.testing.TestClient;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;

@DangolTest
@ExtendWith(OutputCaptureExtension.class)
class StoreIT {

    @Autowired TestClient client;
    @Autowired Stores stores;
    @Autowired ApplicationEventPublisher facts;
    @Autowired JdbcClient jdbc;

    @Test
    void understandsTradeAndPlace() {
        var owner = client.owner();
        var store =
                owner.post(
                                "/api/stores",
                                Map.of(
                                        "name", "단골고깃집",
                                        "businessType", "삼겹살",
                                        "address", "서울특별시 강남구 테헤란로 1",
                                        "openingHours", "11:00-22:00",
                                        "businessRegistrationNumber", "1208147521"))
                        .expect(201)
                        .json();
        assertThat(store.get("industry").asString()).isEqualTo("음식점");
        assertThat(store.get("businessType").asString()).isEqualTo("삼겹살");
        assertThat(store.at("/location/city").asString()).isEqualTo("서울");
        assertThat(store.at("/location/district").asString()).isEqualTo("강남구");
        assertThat(store.get("candidates").isEmpty()).isTrue();
        assertThat(store.get("businessRegistrationNumber").asString()).isEqualTo("120-81-47521");
        assertThat(store.get("marginPercent").asInt()).isBetween(1, 100);
        assertThat(store.get("createdAt").asString()).endsWith("+09:00");

        var read = owner.get("/api/stores/" + store.get("id").asString()).expect(200).json();
        assertThat(read).isEqualTo(store);
        assertThat(owner.get("/api/stores").expect(200).json().get("items").get(0))
                .isEqualTo(store);
    }

    @Test
    void asksBackForAnAmbiguousPlaceAndTakesTheAnswer() {
        var owner = client.owner();
        var store = owner.post("/api/stores", profile("address", "중구 중앙로 10")).expect(201).json();
        assertThat(store.get("location").isNull()).isTrue();
        assertThat(store.get("candidates").size()).isGreaterThan(2);

        var path = "/api/stores/" + store.get("id").asString();
        var choice = Map.of("city", "대전", "district", "중구");
        var placed = owner.put(path, Map.of("location", choice)).expect(200).json();
        assertThat(placed.at("/location/city").asString()).isEqualTo("대전");
        assertThat(placed.get("candidates").isEmpty()).isTrue();
        assertThat(placed.get("name")).isEqualTo(store.get("name"));

        var renamed = profile("address", "중구 중앙로 10");
        renamed.put("name", "새 이름");
        var kept = owner.put(path, renamed).expect(200).json();
        assertThat(kept.at("/location/city").asString()).isEqualTo("대전");
        assertThat(kept.get("name").asString()).isEqualTo("새 이름");

        var moved = owner.put(path, profile("address", "부산 해운대구 우동 1")).expect(200).json();
        assertThat(moved.at("/location/city").asString()).isEqualTo("부산");
    }

    @Test
    void marginStaysWithTheTradeUntilTheOwnerSetsIt() {
        var owner = client.owner();
        var store = owner.post("/api/stores", profile()).expect(201).json();
        var path = "/api/stores/" + store.get("id").asString();

        var own = profile("marginPercent", 33);
        assertThat(owner.put(path, own).expect(200).json().get("marginPercent").asInt())
                .isEqualTo(33);
        assertThat(owner.put(path, profile()).expect(200).json().get("marginPercent").asInt())
                .isEqualTo(33);
        var otherTrade = owner.put(path, profile("businessType", "미용실")).expect(200).json();
        assertThat(otherTrade.get("marginPercent").asInt()).isNotEqualTo(33);
    }

    @Test
    void nobodySeesOrTouchesAnothersStore() {
        var path =
                "/api/stores/"
                        + client.owner()
                                .post("/api/stores", profile())
                                .expect(201)
                                .json()
                                .get("id")
                                .asString();
        var stranger = client.owner();
        stranger.get(path).expectProblem(404, "store-not-found");
        stranger.put(path, profile()).expectProblem(404, "store-not-found");
        stranger.delete(path).expectProblem(404, "store-not-found");
        stranger.get("/api/stores/" + UUID.randomUUID()).expectProblem(404, "store-not-found");
        assertThat(stranger.get("/api/stores").json().get("items").isEmpty()).isTrue();
        client.get(path).expectProblem(401, "not-signed-in");
    }

    @Test
    void deletesAStore() {
        var owner = client.owner();
        var path =
                "/api/stores/" + owner.post("/api/stores", profile()).json().get("id").asString();
        owner.delete(path).expect(204);
        owner.delete(path).expectProblem(404, "store-not-found");
    }

    @ParameterizedTest
    @CsvSource({
        "name, ''",
        "name, '   '",
        "businessType, ''",
        "address, ''",
        "industry, 식당",
        "businessRegistrationNumber, 1208147522",
        "businessRegistrationNumber, 0000000000",
        "marginPercent, 0",
        "marginPercent, 101",
        "openingHours, '열림\u202E닫힘'"
    })
    void refusesABadField(String field, String value) {
        var wrong = field.equals("marginPercent") ? Integer.valueOf(value) : value;
        client.owner().post("/api/stores", profile(field, wrong)).expectInvalid(field);
    }

    @Test
    void refusesWhatIsTooLongUnknownOrOfAWrongType() {
        var owner = client.owner();
        owner.post("/api/stores", profile("name", "가".repeat(51))).expectInvalid("name");
        owner.post("/api/stores", profile("address", "가".repeat(201))).expectInvalid("address");
        owner.post("/api/stores", profile("colour", "red")).expectInvalid("colour");
        owner.post("/api/stores", profile("name", 7)).expectInvalid("name");
        owner.post("/api/stores", profile("location", Map.of("city", "서울", "district", "해운대구")))
                .expectInvalid("location");
        owner.post("/api/stores", profile("location", "서울")).expectInvalid("location");
    }

    @Test
    void refusesTheStoreAfterTheTwoHundredthHoweverFastTheyCome() {
        var owner = client.owner();
        var requests = IntStream.rangeClosed(1, StoreKeeping.MOST_PER_ACCOUNT + 6);
        List<Integer> answers;
        try (var pool = Executors.newFixedThreadPool(8)) {
            answers =
                    requests
                            .mapToObj(number ->
                                    pool.submit(
                                            () -> owner.post("/api/stores", profile()).status()))
                            .toList()
                            .stream()
                            .map(StoreIT::outcome)
                            .toList();
        }
        assertThat(answers.stream().filter(status -> status == 201))
                .hasSize(StoreKeeping.MOST_PER_ACCOUNT);
        owner.post("/api/stores", profile()).expectProblem(409, "too-many-stores");
    }

    @Test
    void forgetsTheStoresOfADeletedAccount() {
        var owner = client.owner();
        var id = owner.post("/api/stores", profile()).expect(201).json().get("id").asString();
        assertThat(owner.get("/api/me/export").expect(200).body()).contains(id);
        owner.delete("/api/me", Map.of("password", TestClient.PASSWORD)).expect(204);
        await().atMost(Duration.ofSeconds(10))
                .until(() ->
                        jdbc.sql("select count(*) from store.store where id = :id::uuid")
                                        .param("id", id)
                                        .query(Integer.class)
                                        .single()
                                == 0);
    }

    @Test
    void fillsInTheDemoShopOnce() {
        var demo = new AccountId(UUID.randomUUID());
        facts.publishEvent(new DemoOwnerCreated(demo));
        facts.publishEvent(new DemoOwnerCreated(demo));
        assertThat(stores.list(demo))
                .singleElement()
                .satisfies(shop -> {
                    assertThat(shop.businessType().name()).isEqualTo("고깃집");
                    assertThat(shop.region()).isNotNull();
                });
    }

    @Test
    void suggestsTradesAndPlaces() {
        var owner = client.owner();
        var trades =
                owner.get("/api/vocabulary/business-types?query=%EA%B3%A0%EA%B9%83").expect(200);
        assertThat(trades.json().at("/items/0/name").asString()).isEqualTo("고깃집");
        assertThat(trades.json().at("/items/0/industry").asString()).isEqualTo("음식점");
        assertThat(owner.get("/api/vocabulary/business-types").json().get("items").size())
                .isGreaterThan(50);

        var place = owner.get("/api/vocabulary/places?address=" + encoded("해운대구 우동")).json();
        assertThat(place.at("/location/city").asString()).isEqualTo("부산");
        var several = owner.get("/api/vocabulary/places?address=" + encoded("중구")).json();
        assertThat(several.get("location").isNull()).isTrue();
        assertThat(several.get("candidates").size()).isGreaterThan(2);
        client.get("/api/vocabulary/places?address=a").expect(401);
    }

    @Test
    void registrationNumbersStayOutOfTheLog(CapturedOutput output) {
        var owner = client.owner();
        owner.post("/api/stores", profile("businessRegistrationNumber", "2222222227")).expect(201);
        owner.post("/api/stores", profile("businessRegistrationNumber", "2222222228")).expect(400);
        assertThat(output.getAll()).doesNotContain("222222222").doesNotContain("222-22-2222");
    }

    private static Map<String, Object> profile() {
        return new HashMap<>(
                Map.of("name", "단골고깃집", "businessType", "고깃집", "address", "서울 강남구 역삼동 1"));
    }

    private static Map<String, Object> profile(String field, Object value) {
        var profile = profile();
        profile.put(field, value);
        return profile;
    }

    private static int outcome(Future<Integer> answer) {
        try {
            return answer.get();
        } catch (InterruptedException | ExecutionException e) {
            throw new AssertionError(e);
        }
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
