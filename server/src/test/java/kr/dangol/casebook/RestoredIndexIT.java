package kr.dangol.casebook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.net.CookieManager;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.regex.Pattern;
import kr.dangol.casebook.sample.SampleBook;
import kr.dangol.testing.ChildDangol;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.util.FileSystemUtils;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// A machine that lost its index begins from a snapshot of it and takes from the book only what was
/// stored since, in processes of their own as operators start them.
class RestoredIndexIT {

    private static final JsonMapper JSON = JsonMapper.shared();
    private static final Pattern SERVES =
            Pattern.compile("search index serves edition=2-\\S+ size=(\\d+)");
    private static final String STORED_SINCE = "가래떡 나눔의 날";
    private static final String CSV =
            """
            title,prize,participation,business_type,address,date,purpose,type,cost,participants,roi,source
            %s,가래떡 한 줄,매장에 오시면 드려요,분식,서울 종로구,2025-11-11,인지도향상,offline,300000,120,180,블로그
            """
                    .formatted(STORED_SINCE);

    private final CookieManager cookies = new CookieManager();
    private final HttpClient http = HttpClient.newBuilder().cookieHandler(cookies).build();

    @TempDir Path data;

    @Test
    void aStartFromASnapshotFollowsTheBookFromThere() throws Exception {
        String snapshot;
        try (var first = start(Map.of())) {
            signIn(first);
            awaitInStep(first);
            snapshot = post(first, "api/ops/cases/index/snapshot", "").get("folder").asString();
            assertThat(post(first, "api/ops/cases/import", CSV).get("stored").asInt()).isOne();
            first.kill();
        }
        FileSystemUtils.deleteRecursively(data.resolve("index").resolve("built-in"));

        try (var second = start(Map.of("DANGOL_RESTORE_INDEX", snapshot))) {
            // Without the snapshot it would have begun to serve from an empty one.
            assertThat(sizeAtStart(second)).isGreaterThanOrEqualTo(SampleBook.SIZE);
            signIn(second);
            awaitInStep(second);
            var query = URLEncoder.encode("가래떡", StandardCharsets.UTF_8);
            var found = get(second, "api/ops/cases?limit=1&query=" + query);
            assertThat(found.at("/items/0/title").asString()).isEqualTo(STORED_SINCE);
        }
    }

    private ChildDangol start(Map<String, String> settings) {
        var child = ChildDangol.start(data, settings);
        child.awaitReady();
        return child;
    }

    /// How many cases the second edition could find when it began to serve.
    private static int sizeAtStart(ChildDangol server) {
        var matcher = SERVES.matcher(server.output());
        assertThat(matcher.find()).as(server.output()).isTrue();
        return Integer.parseInt(matcher.group(1));
    }

    private void awaitInStep(ChildDangol server) {
        await().atMost(Duration.ofMinutes(1))
                .until(() -> get(server, "api/ops/cases/index").get("lag").asLong() == 0);
    }

    private void signIn(ChildDangol server) throws Exception {
        cookies.getCookieStore().removeAll();
        send(
                HttpRequest.newBuilder(URI.create(server.address() + "api/auth/demo"))
                        .header("Content-Type", "application/json")
                        .POST(BodyPublishers.ofString("{\"role\": \"OPERATOR\"}")));
    }

    private JsonNode post(ChildDangol server, String path, String body) throws Exception {
        return send(
                HttpRequest.newBuilder(URI.create(server.address() + path))
                        .header("Content-Type", "text/csv")
                        .header("X-XSRF-TOKEN", csrfToken())
                        .POST(BodyPublishers.ofString(body)));
    }

    private JsonNode get(ChildDangol server, String path) throws Exception {
        return send(HttpRequest.newBuilder(URI.create(server.address() + path)));
    }

    private JsonNode send(HttpRequest.Builder request) throws Exception {
        var answer =
                http.send(request.timeout(Duration.ofSeconds(30)).build(), BodyHandlers.ofString());
        assertThat(answer.statusCode()).as(answer.body()).isBetween(200, 201);
        return JSON.readTree(answer.body());
    }

    private String csrfToken() {
        return cookies.getCookieStore().getCookies().stream()
                .filter(each -> each.getName().equals("XSRF-TOKEN"))
                .findFirst()
                .orElseThrow()
                .getValue();
    }
}
