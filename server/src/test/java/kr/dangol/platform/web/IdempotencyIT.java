package kr.dangol.platform.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import kr.dangol.testing.DangolTest;
import kr.dangol.testing.TestClient;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@DangolTest
class IdempotencyIT {

    @Autowired TestClient client;
    @Autowired JdbcClient jdbc;
    private TestClient owner;

    @BeforeEach
    void signUp() {
        owner = client.owner();
    }

    @Test
    void theSameKeyAndBodyGetsTheSameAnswer() {
        var first = issue("key-1", "가게").expect(201);
        var again = issue("key-1", "가게").expect(201);
        assertThat(again.json()).isEqualTo(first.json());
        assertThat(again.header("Content-Type")).isEqualTo(first.header("Content-Type"));
        assertThat(again.header("Idempotency-Replayed")).isEqualTo("true");
        assertThat(tokens()).isEqualTo(2);
    }

    @Test
    void withoutAKeyEverythingIsDoneAgain() {
        owner.post("/api/me/tokens", Map.of("name", "x")).expect(201);
        owner.post("/api/me/tokens", Map.of("name", "x")).expect(201);
        assertThat(tokens()).isEqualTo(3);
    }

    @Test
    void theSameKeyWithAnotherBodyIsRefused() {
        issue("key-1", "가게").expect(201);
        issue("key-1", "다른 가게").expectProblem(422, "idempotency-key-reused");
    }

    @Test
    void aFailureIsNotKept() {
        issue("key-1", " ").expectInvalid("name");
        issue("key-1", "가게").expect(201);
    }

    @Test
    void eachAccountHasItsOwnKeys() {
        issue("key-1", "가게").expect(201);
        client.owner()
                .with("Idempotency-Key", "key-1")
                .post("/api/me/tokens", Map.of("name", "남의 가게"))
                .expect(201);
    }

    @Test
    void aKeyIsForgottenAfterADay() {
        var first = issue("key-1", "가게").expect(201);
        age("25 hours");
        var second = issue("key-1", "가게").expect(201);
        assertThat(second.json()).isNotEqualTo(first.json());
    }

    @Test
    void aRequestThatDiedWithItsProcessMayBeSentAgain() {
        issue("key-1", "가게").expect(201);
        jdbc.sql("update platform.idempotent_answer set status = null where account_id = :id")
                .param("id", id())
                .update();
        issue("key-1", "가게").expectProblem(409, "idempotency-key-in-progress");
        age("3 minutes");
        issue("key-1", "가게").expect(201);
    }

    @Test
    void ofManyAtOnceOneIsDone() throws Exception {
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            Callable<Integer> request = () -> issue("key-1", "가게").status();
            var statuses =
                    threads
                            .invokeAll(IntStream.range(0, 12).mapToObj(_ -> request).toList())
                            .stream()
                            .map(each -> each.resultNow())
                            .collect(Collectors.toSet());
            assertThat(statuses).contains(201).isSubsetOf(201, 409);
        }
        assertThat(tokens()).isEqualTo(2);
    }

    @Test
    void refusesKeysThatAreNone() {
        issue("with space", "가게").expectInvalid("Idempotency-Key");
        issue("x".repeat(201), "가게").expectInvalid("Idempotency-Key");
    }

    private TestClient.Answer issue(String key, String name) {
        return owner.with("Idempotency-Key", key).post("/api/me/tokens", Map.of("name", name));
    }

    private int tokens() {
        return owner.get("/api/me/tokens").expect(200).json().get("items").size();
    }

    private java.util.UUID id() {
        return java.util.UUID.fromString(owner.get("/api/me").json().get("id").asString());
    }

    private void age(String interval) {
        jdbc.sql(
                        "update platform.idempotent_answer set started_at = started_at - cast(:age as"
                                + " interval) where account_id = :id")
                .param("age", interval)
                .param("id", id())
                .update();
    }
}
