package kr.dangol.testing;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Talks to the application under test over real HTTP, as a program with a bearer token does. Sign
/// up somebody first:
///
/// ```java
/// var owner = client.owner();
/// var created = owner.post("/api/stores", Map.of("name", "단골 식당")).expect(201);
/// assertThat(created.json().at("/location/city").asString()).isEqualTo("서울");
/// ```
public final class TestClient {

    public static final String PASSWORD = "correct horse battery";

    private final HttpClient http =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(5)).build();
    private final String base;
    private final JsonMapper json;
    private final JdbcClient jdbc;
    private final List<String> headers;

    TestClient(String base, JsonMapper json, JdbcClient jdbc) {
        this(base, json, jdbc, List.of());
    }

    private TestClient(String base, JsonMapper json, JdbcClient jdbc, List<String> headers) {
        this.base = base;
        this.json = json;
        this.jdbc = jdbc;
        this.headers = headers;
    }

    /// Talks to a process of its own, as [ChildDangol], whose database is at hand.
    public static TestClient at(String address, JdbcClient jdbc) {
        return new TestClient(withoutSlash(address), JsonMapper.shared(), jdbc);
    }

    /// The same caller at another process.
    public TestClient movedTo(String address) {
        return new TestClient(withoutSlash(address), json, jdbc, headers);
    }

    private static String withoutSlash(String address) {
        return address.replaceFirst("/$", "");
    }

    /// A client that is a fresh owner, with a bearer token.
    public TestClient owner() {
        return signedUp(freshEmail());
    }

    /// A client that is a fresh operator, with a bearer token.
    public TestClient operator() {
        var email = freshEmail();
        var client = signedUp(email);
        jdbc.sql("update account.account set role = 'OPERATOR' where email = :email")
                .param("email", email)
                .update();
        return client;
    }

    /// Signs up through the API and exchanges the session for a token.
    public TestClient signedUp(String email) {
        var answer =
                post(
                                "/api/auth/signup",
                                Map.of(
                                        "email",
                                        email,
                                        "password",
                                        PASSWORD,
                                        "name",
                                        "김단골",
                                        "consents",
                                        List.of("terms", "privacy")))
                        .expect(201);
        var cookies = answer.cookies();
        var token =
                with("Cookie", cookies.header())
                        .with("X-XSRF-TOKEN", cookies.value("XSRF-TOKEN"))
                        .post("/api/me/tokens", Map.of("name", "test"))
                        .expect(201)
                        .json()
                        .get("token")
                        .asString();
        return with("Authorization", "Bearer " + token);
    }

    public static String freshEmail() {
        return "owner-" + UUID.randomUUID() + "@example.com";
    }

    /// The same client with one header more.
    public TestClient with(String name, String value) {
        var more = new ArrayList<>(headers);
        more.add(name);
        more.add(value);
        return new TestClient(base, json, jdbc, List.copyOf(more));
    }

    public Answer get(String path) {
        return send(path, "GET", null, BodyPublishers.noBody());
    }

    public Answer delete(String path) {
        return send(path, "DELETE", null, BodyPublishers.noBody());
    }

    public Answer delete(String path, Object body) {
        return send(path, "DELETE", "application/json", json.writeValueAsString(body));
    }

    public Answer post(String path) {
        return send(path, "POST", null, BodyPublishers.noBody());
    }

    public Answer post(String path, Object body) {
        return send(path, "POST", "application/json", json.writeValueAsString(body));
    }

    public Answer put(String path, Object body) {
        return send(path, "PUT", "application/json", json.writeValueAsString(body));
    }

    public Answer patch(String path, Object body) {
        return send(path, "PATCH", "application/json", json.writeValueAsString(body));
    }

    /// Sends a body exactly as given.
    public Answer send(String path, String method, @Nullable String contentType, String body) {
        return send(path, method, contentType, BodyPublishers.ofString(body));
    }

    public Answer send(
            String path, String method, @Nullable String contentType, BodyPublisher body) {
        var request = request(path).method(method, body);
        if (contentType != null) {
            request.header("Content-Type", contentType);
        }
        try {
            var response =
                    http.send(request.build(), BodyHandlers.ofString(StandardCharsets.UTF_8));
            return new Answer(response, json);
        } catch (Exception e) {
            throw new AssertionError(method + " " + path + " got no answer", e);
        }
    }

    /// A request with this client's address and headers, for what the short forms do not cover,
    /// such as event streams.
    public HttpRequest.Builder request(String path) {
        var request =
                HttpRequest.newBuilder(URI.create(base + path)).timeout(Duration.ofSeconds(60));
        if (!headers.isEmpty()) {
            request.headers(headers.toArray(String[]::new));
        }
        return request;
    }

    public HttpClient http() {
        return http;
    }

    /// What came back.
    public record Answer(HttpResponse<String> response, JsonMapper mapper) {

        public int status() {
            return response.statusCode();
        }

        public String body() {
            return response.body();
        }

        public JsonNode json() {
            return mapper.readTree(body());
        }

        public String header(String name) {
            return response.headers().firstValue(name).orElse("");
        }

        public Cookies cookies() {
            return new Cookies(response.headers().allValues("Set-Cookie"));
        }

        /// Fails, showing the body, unless the status is the expected one.
        public Answer expect(int status) {
            assertThat(status()).as("%s: %s", response.request().uri(), body()).isEqualTo(status);
            return this;
        }

        /// Expects a problem with this status and code.
        public Answer expectProblem(int status, String code) {
            expect(status);
            assertThat(header("Content-Type")).startsWith("application/problem+json");
            assertThat(json().get("code").asString()).as(body()).isEqualTo(code);
            assertThat(json().get("success").asBoolean()).isFalse();
            assertThat(json().get("title").asString()).isNotBlank();
            assertThat(json().get("detail").asString()).isNotBlank();
            return this;
        }

        /// Expects a 400 about exactly these fields.
        public Answer expectInvalid(String... fields) {
            expectProblem(400, "validation");
            assertThat(json().get("errors").valueStream().map(each -> each.get("field").asString()))
                    .as(body())
                    .containsExactlyInAnyOrder(fields);
            return this;
        }
    }

    /// The cookies that an answer set.
    public record Cookies(List<String> lines) {

        public String value(String name) {
            return pairs().filter(pair -> pair.startsWith(name + "="))
                    .map(pair -> pair.substring(name.length() + 1))
                    .reduce((first, last) -> last)
                    .orElseThrow(() -> new AssertionError("No cookie " + name + " in " + lines));
        }

        /// In the form in which a browser sends them back.
        public String header() {
            var names =
                    pairs().map(pair -> pair.substring(0, pair.indexOf('='))).distinct().toList();
            return String.join("; ", names.stream().map(name -> name + "=" + value(name)).toList());
        }

        private Stream<String> pairs() {
            return lines.stream().map(line -> line.split(";", 2)[0]);
        }
    }
}
