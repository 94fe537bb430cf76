package kr.dangol.intake;

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
import java.util.TreeMap;
import java.util.stream.Collectors;
import kr.dangol.testing.ChildDangol;
import kr.dangol.testing.FakePublicData;
import kr.dangol.testing.FakePublicData.Service;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// A collection killed in the middle of its work: the next process goes on with the same run by
/// itself, and every shop and every post is there once.
class KilledCollectionIT {

    private static final JsonMapper JSON = JsonMapper.shared();
    private static final long SHOPS = 45_000 + 15 * 40;

    private final HttpClient http = HttpClient.newHttpClient();
    private String cookies = "";
    private String csrf = "";

    @TempDir Path data;

    @Test
    void theRunGoesOnAfterTheRestartWithoutDoubling() throws Exception {
        try (var fake = new FakePublicData()) {
            fake.shops(Map.of("11", 45_000L)).blogPosts(250);
            var settings = new TreeMap<>(fake.settings());
            settings.put("dangol.intake.nightly", "false");
            settings.put("dangol.intake.data-go-kr.calls-per-second", "20");
            String run;
            try (var first = ChildDangol.start(data, settings)) {
                first.awaitReady();
                signIn(first);
                run = send(first, "POST", "api/ops/collection/runs").get("id").asString();
                // Past the first twenty pages, of which a stop repeats none.
                await().atMost(Duration.ofMinutes(1))
                        .until(() -> fake.calls(Service.SHOPS) > 16 + 24);
                first.kill();
            }
            var calls = fake.calls(Service.SHOPS);
            settings.put("dangol.intake.data-go-kr.calls-per-second", "10000");

            try (var second = ChildDangol.start(data, settings)) {
                second.awaitReady();
                signIn(second);
                await().atMost(Duration.ofMinutes(2))
                        .until(() -> !status(second, run).equals("running"));
                var done = send(second, "GET", "api/ops/collection/runs/" + run);
                assertThat(done.get("status").asString())
                        .as(done.toString())
                        .isEqualTo("completed");
                // One for the key at start, sixteen counts, what is left of 서울, the others.
                assertThat(fake.calls(Service.SHOPS) - calls).isLessThanOrEqualTo(1 + 16 + 25 + 15);
                var shops = step(done, "clean", "datagokr").at("/counts/clean").asLong();
                assertThat(shops).isEqualTo(SHOPS);
                assertThat(step(done, "fetch", "naver").at("/counts/new").asLong()).isEqualTo(500);
            }
            assertThat(fake.complaints()).isEmpty();
        }
    }

    private String status(ChildDangol server, String run) throws Exception {
        return send(server, "GET", "api/ops/collection/runs/" + run).get("status").asString();
    }

    private static JsonNode step(JsonNode run, String name, String source) {
        return run.get("steps")
                .valueStream()
                .filter(each ->
                        each.get("name").asString().equals(name)
                                && each.get("source").asString().equals(source))
                .findFirst()
                .orElseThrow();
    }

    private void signIn(ChildDangol server) throws Exception {
        var request =
                HttpRequest.newBuilder(URI.create(server.address() + "api/auth/demo"))
                        .header("Content-Type", "application/json")
                        .POST(BodyPublishers.ofString("{\"role\": \"OPERATOR\"}"))
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

    private JsonNode send(ChildDangol server, String method, String path) throws Exception {
        var request =
                HttpRequest.newBuilder(URI.create(server.address() + path))
                        .header("Cookie", cookies)
                        .header("X-XSRF-TOKEN", csrf)
                        .timeout(Duration.ofSeconds(20))
                        .method(method, BodyPublishers.noBody())
                        .build();
        var answer = http.send(request, BodyHandlers.ofString());
        assertThat(answer.statusCode()).as("%s: %s", path, answer.body()).isBetween(200, 202);
        return JSON.readTree(answer.body());
    }
}
