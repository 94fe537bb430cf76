package kr.dangol.benchmarks.client;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// An owner with a bearer token who talks to a server as a program does.
public final class Owner {

    private static final JsonMapper JSON = JsonMapper.shared();
    private static final int PATIENT_ATTEMPTS = 10;
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final URI base;
    private final HttpClient http;
    private final String token;
    private final AtomicInteger sentAgain = new AtomicInteger();

    private Owner(URI base, HttpClient http, String token) {
        this.base = base;
        this.http = http;
        this.token = token;
    }

    /// An answer that was not the one hoped for; 0 where the connection broke.
    public static final class Failed extends Exception {

        private static final long serialVersionUID = 1;

        final int status;

        Failed(int status, String path, String body) {
            super("%d %s %s".formatted(status, path, body));
            this.status = status;
        }
    }

    public static Owner signUp(URI base) throws Failed {
        var http = HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(5)).build();
        var nobody = new Owner(base, http, "");
        var signedUp =
                nobody.send(
                        "POST",
                        "/api/auth/signup",
                        Map.of(
                                "email",
                                "owner-%s@example.com".formatted(UUID.randomUUID()),
                                "password",
                                "long enough for a benchmark",
                                "name",
                                "김단골",
                                "consents",
                                List.of("terms", "privacy")),
                        Map.of());
        var cookies = new LinkedHashMap<String, String>();
        signedUp.headers().allValues("Set-Cookie").stream()
                .map(line -> line.split(";", 2)[0].split("=", 2))
                .forEach(pair -> cookies.put(pair[0], pair[1]));
        var header =
                cookies.entrySet().stream()
                        .map(each -> each.getKey() + "=" + each.getValue())
                        .collect(Collectors.joining("; "));
        var created =
                nobody.send(
                        "POST",
                        "/api/me/tokens",
                        Map.of("name", "benchmark"),
                        Map.of(
                                "Cookie",
                                header,
                                "X-XSRF-TOKEN",
                                cookies.getOrDefault("XSRF-TOKEN", "")));
        return new Owner(base, http, JSON.readTree(created.body()).get("token").asString());
    }

    /// Requests that went over a second connection, because the first was closed before an answer.
    public int sentAgain() {
        return sentAgain.get();
    }

    public JsonNode get(String path) throws Failed {
        return JSON.readTree(send("GET", path, null, Map.of()).body());
    }

    public JsonNode post(String path, Object body) throws Failed {
        return JSON.readTree(send("POST", path, body, Map.of()).body());
    }

    /// Comes back after a 503, as its `Retry-After` says, up to ten times: three instances that
    /// have just started on a busy machine may not answer a crowd at once.
    public JsonNode postPatiently(String path, Object body) throws Failed, InterruptedException {
        for (var attempt = 1; ; attempt++) {
            try {
                return post(path, body);
            } catch (Failed e) {
                if (e.status != 503 || attempt == PATIENT_ATTEMPTS) {
                    throw e;
                }
                TimeUnit.SECONDS.sleep(2);
            }
        }
    }

    public JsonNode patch(String path, Object body) throws Failed {
        return JSON.readTree(send("PATCH", path, body, Map.of()).body());
    }

    /// The names of an event stream's events, in the order they came.
    public List<String> stream(String path, Object body) throws Failed {
        var events = send("POST", path, body, Map.of("Accept", "text/event-stream")).body();
        try (Stream<String> lines = events.lines()) {
            return lines.filter(line -> line.startsWith("event:"))
                    .map(line -> line.substring(6).strip())
                    .toList();
        }
    }

    private HttpResponse<String> send(
            String method, String path, @Nullable Object body, Map<String, String> headers)
            throws Failed {
        var request =
                HttpRequest.newBuilder(base.resolve(path))
                        .timeout(PATIENCE)
                        .setHeader("Accept", "application/json")
                        .method(
                                method,
                                body == null
                                        ? BodyPublishers.noBody()
                                        : BodyPublishers.ofString(JSON.writeValueAsString(body)));
        if (body != null) {
            request.setHeader("Content-Type", "application/json");
        }
        if (!token.isEmpty()) {
            request.setHeader("Authorization", "Bearer " + token);
        }
        headers.forEach(request::setHeader);
        try {
            var answer = answer(request.build());
            if (answer.statusCode() / 100 != 2) {
                throw new Failed(answer.statusCode(), path, answer.body());
            }
            return answer;
        } catch (IOException e) {
            throw new Failed(0, path, e.toString());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new Failed(0, path, "interrupted");
        }
    }

    /// As browsers do: a connection that was kept and turns out to be closed, without a byte of an
    /// answer, costs another one and not the request. A reload of nginx closes the idle ones.
    private HttpResponse<String> answer(HttpRequest request)
            throws IOException, InterruptedException {
        try {
            return http.send(request, BodyHandlers.ofString());
        } catch (IOException e) {
            if (!String.valueOf(e.getMessage()).contains("received no bytes")) {
                throw e;
            }
            sentAgain.incrementAndGet();
            return http.send(request, BodyHandlers.ofString());
        }
    }
}
