package kr.dangol;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import kr.dangol.testing.ChildDangol;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// The loop that learns, killed in the middle of its work: what an owner was told is there after
/// the restart, and every closed event stands in the case book exactly once.
class KilledLoopIT {

    private static final JsonMapper JSON = JsonMapper.shared();
    private static final int PHONES = 3;

    private final HttpClient http = HttpClient.newHttpClient();
    private final Map<String, Acknowledged> acknowledged = new ConcurrentHashMap<>();
    private final AtomicInteger count = new AtomicInteger();
    private String cookies = "";
    private String csrf = "";

    @TempDir Path data;

    /// How far an event was acknowledged; `participants` is null until it was closed.
    private record Acknowledged(String status, @Nullable Integer participants) {}

    @Test
    void everyAcknowledgedStepSurvivesAndIsLearnedOnce() throws Exception {
        try (var first = ChildDangol.start(data)) {
            first.awaitReady();
            signIn(first, "OWNER");
            var phones =
                    IntStream.range(0, PHONES)
                            .mapToObj(_ -> Thread.ofVirtual().start(() -> workUntilItDies(first)))
                            .toList();
            await().atMost(Duration.ofMinutes(2)).until(() -> closed() >= 15);
            first.kill();
            for (var phone : phones) {
                phone.join();
            }
        }

        try (var second = ChildDangol.start(data)) {
            second.awaitReady();
            for (var each : acknowledged.entrySet()) {
                var event = get(second, "api/events/" + each.getKey());
                assertIsAtLeast(event, each.getValue());
            }
            var closed = closedEvents(second);
            assertThat(closed).isGreaterThanOrEqualTo((int) closed());
            signIn(second, "OPERATOR");
            await().atMost(Duration.ofMinutes(1))
                    .untilAsserted(() -> assertThat(ownCases(second)).isEqualTo(closed));
        }
    }

    private static void assertIsAtLeast(JsonNode event, Acknowledged told) {
        var status = event.get("status").asString();
        if (told.participants() != null) {
            assertThat(status).isEqualTo("closed");
            assertThat(event.at("/performance/participants").asInt())
                    .isEqualTo(told.participants());
        } else if (told.status().equals("running")) {
            assertThat(status).isIn("running", "closed");
        } else {
            assertThat(status).isIn("draft", "running", "closed");
        }
    }

    private long closed() {
        return acknowledged.values().stream().filter(each -> each.participants() != null).count();
    }

    private void workUntilItDies(ChildDangol server) {
        for (var i = 0; i < 1_000; i++) {
            try {
                runOneEvent(server, count.incrementAndGet());
            } catch (Exception serverIsGone) {
                return;
            }
        }
    }

    private void runOneEvent(ChildDangol server, int number) throws Exception {
        var plans =
                send(
                        server,
                        "POST",
                        "api/recommendations",
                        """
                        {"eventPurpose": "매출증대", "wish": "바람 %d", "storeInfo":
                         {"businessType": "카페", "location": {"city": "서울", "district": "마포구"}}}
                        """
                                .formatted(number));
        var event =
                send(
                        server,
                        "POST",
                        "api/recommendations/" + plans.at("/data/id").asString() + "/selection",
                        "{\"option\": \"low-offline\"}");
        var id = event.get("id").asString();
        acknowledged.put(id, new Acknowledged("draft", null));
        send(server, "PATCH", "api/events/" + id, "{\"status\": \"running\"}");
        acknowledged.put(id, new Acknowledged("running", null));
        send(
                server,
                "POST",
                "api/events/" + id + "/performance",
                "{\"participants\": %d, \"cost\": 250000, \"revenue\": 900000}"
                        .formatted(100 + number));
        acknowledged.put(id, new Acknowledged("closed", 100 + number));
    }

    private int closedEvents(ChildDangol server) throws Exception {
        var total = 0;
        var cursor = "";
        do {
            var page = get(server, "api/events?status=closed&limit=100" + cursor);
            total += page.get("items").size();
            var next = page.get("nextCursor");
            cursor = next == null || next.isNull() ? "" : "&cursor=" + next.asString();
        } while (!cursor.isEmpty());
        return total;
    }

    private int ownCases(ChildDangol server) throws Exception {
        return get(server, "api/ops/cases?origin=own&limit=1").get("total").asInt();
    }

    private void signIn(ChildDangol server, String role) throws Exception {
        var request =
                HttpRequest.newBuilder(URI.create(server.address() + "api/auth/demo"))
                        .header("Content-Type", "application/json")
                        .POST(BodyPublishers.ofString("{\"role\": \"%s\"}".formatted(role)))
                        .build();
        var answer = http.send(request, BodyHandlers.ofString());
        assertThat(answer.statusCode()).isEqualTo(200);
        var jar = new LinkedHashMap<String, String>();
        answer.headers().allValues("Set-Cookie").stream()
                .map(line -> line.split(";", 2)[0].split("=", 2))
                .forEach(pair -> jar.put(pair[0], pair[1]));
        csrf = jar.getOrDefault("XSRF-TOKEN", "");
        cookies =
                jar.entrySet().stream()
                        .map(cookie -> cookie.getKey() + "=" + cookie.getValue())
                        .collect(Collectors.joining("; "));
    }

    private JsonNode get(ChildDangol server, String path) throws Exception {
        return send(server, "GET", path, "");
    }

    private JsonNode send(ChildDangol server, String method, String path, String body)
            throws Exception {
        var request =
                HttpRequest.newBuilder(URI.create(server.address() + path))
                        .header("Content-Type", "application/json")
                        .header("Cookie", cookies)
                        .header("X-XSRF-TOKEN", csrf)
                        .timeout(Duration.ofSeconds(20))
                        .method(
                                method,
                                method.equals("GET")
                                        ? BodyPublishers.noBody()
                                        : BodyPublishers.ofString(body))
                        .build();
        var answer = http.send(request, BodyHandlers.ofString());
        assertThat(answer.statusCode()).as("%s: %s", path, answer.body()).isBetween(200, 201);
        return JSON.readTree(answer.body());
    }
}
