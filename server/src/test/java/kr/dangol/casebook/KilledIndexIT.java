package kr.dangol.casebook;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import kr.dangol.testing.ChildDangol;
import kr.dangol.testing.FakeOpenAi;
import kr.dangol.testing.FakePinecone;
import kr.dangol.testing.Faults;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Ten thousand cases on their way to OpenAI and Pinecone while both fail at random and the process
/// is killed again and again: in the end each is there exactly once. Takes minutes, so it runs with
/// `-Dlong=true` only.
@EnabledIfSystemProperty(named = "long", matches = "true")
class KilledIndexIT {

    private static final int CASES = Integer.getInteger("killed-index.cases", 10_000);
    private static final int KILLS = Integer.getInteger("killed-index.kills", 6);
    private static final int MOST_MILLIS_AFTER_IMPORT = 500;
    private static final long SEED = Long.getLong("seed", 20_261_122L);
    private static final String INDEX = "cases";
    private static final String PASSWORD = "correct horse battery";
    private static final JsonMapper JSON = JsonMapper.shared();

    private final RandomGenerator random =
            RandomGeneratorFactory.of("L64X128MixRandom").create(SEED);
    private final HttpClient http = HttpClient.newHttpClient();

    @TempDir Path data;

    @Test
    void losesAndDoublesNothing() throws Exception {
        var openAiFaults = new Faults(random, 0.15);
        var pineconeFaults = new Faults(random, 0.15);
        try (var openAi = new FakeOpenAi("sk-test").with(openAiFaults);
                var pinecone =
                        new FakePinecone("pcsk-test", Duration.ofMillis(200))
                                .with(pineconeFaults)) {
            var settings =
                    Map.of(
                            "dangol.casebook.openai.api-key",
                            "sk-test",
                            "dangol.casebook.openai.base-url",
                            openAi.baseUrl(),
                            "dangol.casebook.openai.dimensions",
                            "256",
                            "dangol.casebook.pinecone.api-key",
                            "pcsk-test",
                            "dangol.casebook.pinecone.base-url",
                            pinecone.baseUrl(),
                            "dangol.casebook.pinecone.index",
                            INDEX,
                            "dangol.admin.email",
                            "operator@example.com",
                            "dangol.admin.password",
                            PASSWORD);
            var inTheMiddle = 0;
            for (var life = 0; life < KILLS; life++) {
                try (var child = start(settings)) {
                    importPart(child, life);
                    Thread.sleep(random.nextInt(MOST_MILLIS_AFTER_IMPORT));
                    child.kill();
                }
                inTheMiddle += indexed(pinecone).size() < CASES * (life + 1) / KILLS ? 1 : 0;
            }
            // A kill that finds everything done shows nothing.
            assertThat(inTheMiddle).isGreaterThan(KILLS / 2);
            try (var last = start(settings)) {
                awaitInStep(last, pinecone);
                var used = used(last);
                System.out.printf(
                        "killed %d times, %d of them while indexing, %d and %d faults, %d cases in use (seed %d)%n",
                        KILLS,
                        inTheMiddle,
                        openAiFaults.made(),
                        pineconeFaults.made(),
                        used.size(),
                        SEED);
                assertThat(used).hasSizeGreaterThanOrEqualTo(CASES);
                assertThat(indexed(pinecone)).containsExactlyInAnyOrderElementsOf(used);
                assertThat(openAi.complaints()).isEmpty();
                assertThat(pinecone.complaints()).isEmpty();
            }
        }
    }

    private ChildDangol start(Map<String, String> settings) {
        var child = ChildDangol.start(data, settings);
        child.awaitReady();
        return child;
    }

    /// Each life brings its part of the cases, and they are stored when it is killed.
    private void importPart(ChildDangol child, int part) throws Exception {
        var from = CASES * part / KILLS;
        var to = CASES * (part + 1) / KILLS;
        var operator = signIn(child);
        var request =
                operator.request("api/ops/cases/import")
                        .header("Content-Type", "text/csv")
                        .POST(BodyPublishers.ofString(csv(from, to)))
                        .build();
        var answer = http.send(request, BodyHandlers.ofString());
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        assertThat(JSON.readTree(answer.body()).get("stored").asInt()).isEqualTo(to - from);
    }

    private void awaitInStep(ChildDangol child, FakePinecone pinecone) throws Exception {
        var operator = signIn(child);
        Awaitility.await()
                .atMost(Duration.ofMinutes(8))
                .pollInterval(Duration.ofSeconds(1))
                .until(() -> {
                    var state = operator.get("api/ops/cases/index");
                    return state.get("model").asString().startsWith("text-embedding")
                            && state.get("lag").asLong() == 0
                            && pinecone.isSettled();
                });
        assertThat(operator.get("api/ops/cases/index").get("setAside").asInt()).isZero();
    }

    private List<String> used(ChildDangol child) throws Exception {
        var operator = signIn(child);
        var ids = new ArrayList<String>();
        var cursor = "";
        while (cursor != null) {
            var page = operator.get("api/ops/cases?limit=100" + cursor);
            for (var item : page.get("items")) {
                if (item.get("exclusion") == null || item.get("exclusion").isNull()) {
                    ids.add(item.get("id").asString());
                }
            }
            var next = page.get("nextCursor");
            cursor = next == null || next.isNull() ? null : "&cursor=" + next.asString();
        }
        return ids;
    }

    private static List<String> indexed(FakePinecone pinecone) {
        return pinecone.idsByNamespace(INDEX).values().stream().flatMap(List::stream).toList();
    }

    private Operator signIn(ChildDangol child) throws IOException, InterruptedException {
        var request =
                HttpRequest.newBuilder(URI.create(child.address() + "api/auth/login"))
                        .header("Content-Type", "application/json")
                        .POST(
                                BodyPublishers.ofString(
                                        JSON.writeValueAsString(
                                                Map.of(
                                                        "email",
                                                        "operator@example.com",
                                                        "password",
                                                        PASSWORD))))
                        .build();
        var answer = http.send(request, BodyHandlers.ofString());
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        var cookies =
                answer.headers().allValues("Set-Cookie").stream()
                        .map(each -> each.substring(0, each.indexOf(';')))
                        .toList();
        return new Operator(child.address(), cookies);
    }

    /// An operator with a session.
    private final class Operator {

        private final String address;
        private final List<String> cookies;

        Operator(String address, List<String> cookies) {
            this.address = address;
            this.cookies = cookies;
        }

        HttpRequest.Builder request(String path) {
            var token =
                    cookies.stream()
                            .filter(each -> each.startsWith("XSRF-TOKEN="))
                            .map(each -> each.substring("XSRF-TOKEN=".length()))
                            .findFirst()
                            .orElse("");
            return HttpRequest.newBuilder(URI.create(address + path))
                    .header("Cookie", String.join("; ", cookies))
                    .header("X-XSRF-TOKEN", token);
        }

        JsonNode get(String path) throws IOException, InterruptedException {
            var answer = http.send(request(path).build(), BodyHandlers.ofString());
            assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
            return JSON.readTree(answer.body());
        }
    }

    private static String csv(int from, int to) {
        var lines =
                new StringBuilder(
                        "title,prize,participation,business_type,address,date,purpose,type,cost,participants,roi,source,store\n");
        var types = List.of("카페", "고깃집", "미용실", "펜션", "꽃집", "치킨집", "헬스장");
        for (var line = from; line < to; line++) {
            lines.append(
                    "행사 %d,쿠키 %d개,도장을 모으면 드려요,%s,서울 마포구,%s,재방문유도,offline,%d,%d,%d,블로그,shop-%d%n"
                            .formatted(
                                    line,
                                    line % 5 + 1,
                                    types.get(line % types.size()),
                                    LocalDate.of(2025, 1, 1).plusDays(line % 600),
                                    200_000 + line % 97 * 1_000,
                                    50 + line % 333,
                                    line % 401,
                                    line % 5_003));
        }
        return lines.toString();
    }
}
