package kr.dangol.platform.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Named.named;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.stream.Stream;
import kr.dangol.testing.DangolTest;
import kr.dangol.testing.TestClient;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;

/// Whatever comes in, a problem goes out: never a 500, a class name or a stack trace.
@DangolTest
@TestInstance(Lifecycle.PER_CLASS)
class BadInputIT {

    private static final String JSON = "application/json";

    @Autowired TestClient client;
    private TestClient owner;

    @BeforeAll
    void signUp() {
        owner = client.owner();
    }

    @ParameterizedTest
    @MethodSource
    void refusesBodiesThatAreNoJson(String body) {
        var answer = owner.send("/api/me/tokens", "POST", JSON, body);
        answer.expectProblem(400, answer.json().get("code").asString());
        assertThat(answer.json().get("code").asString()).isIn("malformed-json", "validation");
        assertThat(answer.body())
                .doesNotContain("tools.jackson", "kr.dangol", "Exception", "\tat ");
    }

    static Stream<Named<String>> refusesBodiesThatAreNoJson() {
        return Stream.of(
                named("nothing", ""),
                named("spaces", "   "),
                named("half an object", "{\"name\": "),
                named("no quotes", "{name: x}"),
                named("two values", "{\"name\": \"x\"} {}"),
                named("trailing text", "{\"name\": \"x\"} x"),
                named("a property twice", "{\"name\": \"x\", \"name\": \"y\"}"),
                named("NaN", "{\"name\": NaN}"),
                named("null", "null"),
                named("a text", "\"x\""),
                named("a number", "42"),
                named("an array", "[{\"name\": \"x\"}]"),
                named("nested too deep", "[".repeat(5000)),
                named("a comment", "/* x */ {\"name\": \"x\"}"),
                named("an endless number", "{\"name\": " + "9".repeat(5000) + "}"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "[2026, 12, 20]",
                "20261220",
                "\"2026-12-20T23:30:00\"",
                "\"2026-12-20T23:30:00Z\"",
                "\" 2026-12-20\"",
                "\"+12026-12-20\"",
                "\"2026-02-30\"",
                "\"\""
            })
    void refusesDaysThatAreNone(String date) {
        owner.send("/api/forecasts", "POST", JSON, "{\"date\": " + date + "}")
                .expectInvalid("date");
    }

    @ParameterizedTest
    @ValueSource(strings = {"<b>x", "a\\u202ex", "a\\u0007x"})
    void tellsOfAnUnknownNameWithoutRepeatingWhatHidesInIt(String name) {
        var answer = owner.send("/api/me/tokens", "POST", JSON, "{\"" + name + "\": 1}");
        var problem = answer.expectProblem(400, "validation").json();
        var field = problem.at("/errors/0/field").asString();
        assertThat(field).endsWith("x").doesNotContain("<", "\u202e", "\u0007");
    }

    @Test
    void tellsOfAMissingNumberAsOfAnyMissingValue() {
        client.operator()
                .post("/api/ops/experiments", Map.of("name", "x"))
                .expectInvalid("measure", "windowDays", "arms");
    }

    @Test
    void sendsNoMarkupBack() {
        var named = owner.post("/api/me/tokens", Map.of("name", "<b>가게</b>")).expect(201);
        assertThat(named.json().get("name").asString()).isEqualTo("가게");
        owner.post("/api/me/tokens", Map.of("name", "<b></b>")).expectInvalid("name");
        var missing = client.operator().get("/api/ops/prompts/%3Cb%3Ex");
        assertThat(missing.expectProblem(404, "prompt-not-found").json().get("detail").asString())
                .doesNotContain("<");
    }

    @ParameterizedTest
    @MethodSource
    void refusesNamesThatAreNoTexts(String body) {
        owner.send("/api/me/tokens", "POST", JSON, body).expectInvalid("name");
    }

    static Stream<Named<String>> refusesNamesThatAreNoTexts() {
        return Stream.of(
                named("missing", "{}"),
                named("null", "{\"name\": null}"),
                named("empty", "{\"name\": \"\"}"),
                named("blank", "{\"name\": \"  \"}"),
                named("too long", "{\"name\": \"" + "가".repeat(51) + "\"}"),
                named("a number", "{\"name\": 1}"),
                named("a fraction", "{\"name\": 1.5}"),
                named("a truth", "{\"name\": true}"),
                named("an array", "{\"name\": [\"x\"]}"),
                named("an object", "{\"name\": {\"x\": 1}}"),
                named("NUL", "{\"name\": \"a\\u0000b\"}"),
                named("BEL", "{\"name\": \"a\\u0007b\"}"),
                named("DEL", "{\"name\": \"a\\u007fb\"}"),
                named("C1 control", "{\"name\": \"a\\u0085b\"}"),
                named("line break", "{\"name\": \"a\\nb\"}"),
                named("line separator", "{\"name\": \"a\\u2028b\"}"),
                named("right-to-left override", "{\"name\": \"a\\u202eb\"}"),
                named("isolate", "{\"name\": \"a\\u2066b\"}"),
                named("half a surrogate pair", "{\"name\": \"a\\ud800b\"}"));
    }

    @Test
    void refusesUnknownProperties() {
        owner.send("/api/me/tokens", "POST", JSON, "{\"name\": \"x\", \"admin\": true}")
                .expectInvalid("admin");
    }

    @Test
    void keepsEmojiAndComposesHangul() {
        var decomposed = "\u1112\u1161\u11ab\u1100\u1173\u11af 🎉";
        var created =
                owner.send("/api/me/tokens", "POST", JSON, "{\"name\": \"" + decomposed + "\"}")
                        .expect(201);
        assertThat(created.json().get("name").asString()).isEqualTo("한글 🎉");
    }

    @Test
    void refusesBytesThatAreNoUtf8() {
        var body = "{\"name\": \"가\"}".getBytes(java.nio.charset.Charset.forName("EUC-KR"));
        owner.send("/api/me/tokens", "POST", JSON, BodyPublishers.ofByteArray(body))
                .expectProblem(400, "malformed-json");
    }

    @Test
    void refusesOtherMediaTypesAndMethods() {
        owner.send("/api/me/tokens", "POST", "text/plain", "name")
                .expectProblem(415, "unsupported-media-type");
        owner.send("/api/me/tokens", "POST", "application/x-www-form-urlencoded", "name=x")
                .expectProblem(415, "unsupported-media-type");
        owner.send("/api/me/tokens", "POST", "multipart/form-data; boundary=x", "--x--")
                .expectProblem(415, "unsupported-media-type");
        owner.send("/api/me/tokens", "POST", "no/such/type;;;", "x").expect(415);
        owner.put("/api/me/tokens", "{}").expectProblem(405, "method-not-allowed");
        assertThat(owner.put("/api/me/tokens", "{}").header("Allow")).contains("POST", "GET");
        owner.with("Accept", "image/png").get("/api/me").expectProblem(406, "not-acceptable");
        owner.with("Accept", "no such accept").get("/api/me").expectProblem(406, "not-acceptable");
    }

    @Test
    void refusesBodiesThatAreTooLong() {
        var long1 = "{\"name\": \"" + "x".repeat(70_000) + "\"}";
        owner.send("/api/me/tokens", "POST", JSON, long1).expectProblem(413, "content-too-large");
        var bytes = long1.getBytes(StandardCharsets.UTF_8);
        var unannounced = BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(bytes));
        owner.send("/api/me/tokens", "POST", JSON, unannounced)
                .expectProblem(413, "content-too-large");
        var huge = "{\"name\": \"" + "x".repeat(5_000_000) + "\"}";
        owner.send("/api/me/tokens", "POST", JSON, huge).expectProblem(413, "content-too-large");
    }

    @Test
    void anIdThatIsNoneNamesNothing() {
        owner.delete("/api/me/tokens/42").expectProblem(404, "not-found");
        owner.delete("/api/me/tokens/%F0%9F%8E%89").expectProblem(404, "not-found");
        owner.delete("/api/me/tokens/" + "x".repeat(3000)).expectProblem(404, "not-found");
        owner.get("/api/no/such/thing").expectProblem(404, "not-found");
    }

    @Test
    void refusesControlCharactersInTheQuery() {
        owner.get("/api/me/tokens?x=%00").expectProblem(400, "bad-request");
        owner.get("/api/me/tokens?x=%E2%80%AE").expectProblem(400, "bad-request");
        owner.get("/api/me/tokens?x=%ff").expect(400);
        owner.get("/api/me/tokens?x=%ea%b0%80").expect(200);
    }

    @ParameterizedTest
    @MethodSource
    void refusesPathsWithTricks(String path) throws Exception {
        var answer =
                raw("GET " + path + " HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n");
        assertThat(answer)
                .matches("(?s)HTTP/1.1 4\\d\\d .*")
                .contains("application/problem+json", "\"success\":false");
        assertThat(answer).doesNotContain("Exception", "apache", "Tomcat", "<html");
    }

    static Stream<String> refusesPathsWithTricks() {
        return Stream.of(
                "/api/me;x=y",
                "/api/%2e%2e/me",
                "/api//me",
                "/api/me%00",
                "/api/me%0a",
                "/api/me\\x",
                "/api/<me>",
                "/../../etc/passwd",
                "/api/%zz",
                "/api/me?x=%zz",
                "/api/me?x=<",
                "/" + "x".repeat(20_000));
    }

    @Test
    void refusesWhatIsNoHttp() throws Exception {
        for (var request :
                new String[] {
                    "NONSENSE\r\n\r\n",
                    "GET /api/me HTTP/1.1\r\n\r\n",
                    "GET /api/me HTTP/1.1\r\nHost: a\r\nHost: b\r\n\r\n",
                    "GET /api/me HTTP/1.1\r\nHost: x\r\nContent-Length: -1\r\n\r\n",
                    "POST /api/me HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: nonsense\r\n\r\n"
                }) {
            var answer = raw(request);
            assertThat(answer).matches("(?s)HTTP/1.1 (4\\d\\d|501) .*");
            assertThat(answer).doesNotContain("Exception", "apache", "Tomcat", "<html");
        }
    }

    @Test
    void speaksKoreanUnlessAskedForEnglish() {
        var korean = owner.get("/api/no/such/thing").json();
        assertThat(korean.get("title").asString()).isEqualTo("찾을 수 없어요");
        var english =
                owner.with("Accept-Language", "en-US,en;q=0.9").get("/api/no/such/thing").json();
        assertThat(english.get("title").asString()).isEqualTo("Not found");
        var french = owner.with("Accept-Language", "fr").get("/api/no/such/thing").json();
        assertThat(french.get("title").asString()).isEqualTo("찾을 수 없어요");
        var field =
                owner.with("Accept-Language", "en")
                        .send(
                                "/api/me/tokens",
                                "POST",
                                JSON,
                                "{\"name\": \"" + "x".repeat(51) + "\"}")
                        .expectInvalid("name");
        assertThat(field.json().at("/errors/0/message").asString())
                .isEqualTo("Use 0 to 50 characters.");
    }

    @Test
    void aProblemNamesItsPlaceAndTrace() {
        var trace = "4bf92f3577b34da6a3ce929d0e0e4736";
        var problem =
                owner.with("traceparent", "00-" + trace + "-00f067aa0ba902b7-01")
                        .get("/api/no/such/thing")
                        .json();
        assertThat(problem.get("type").asString()).isEqualTo("urn:dangol:problem:not-found");
        assertThat(problem.get("instance").asString()).isEqualTo("/api/no/such/thing");
        assertThat(problem.get("status").asInt()).isEqualTo(404);
        assertThat(problem.get("traceId").asString()).isEqualTo(trace);
        assertThat(owner.get("/api/no/such/thing").json().get("traceId").asString()).hasSize(32);
    }

    private String raw(String request) throws IOException {
        var address = URI.create(client.request("/").build().uri().toString());
        try (var socket = new Socket(address.getHost(), address.getPort())) {
            socket.setSoTimeout(10_000);
            socket.getOutputStream().write(request.getBytes(StandardCharsets.ISO_8859_1));
            socket.getOutputStream().flush();
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
