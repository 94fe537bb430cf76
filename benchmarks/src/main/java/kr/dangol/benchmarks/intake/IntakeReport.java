package kr.dangol.benchmarks.intake;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import kr.dangol.benchmarks.mainjob.PackagedServer;
import kr.dangol.testing.FakePublicData;
import kr.dangol.testing.FakePublicData.Service;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// A night of collection at full size: every shop of the country, 20,000 blog posts, 5,000
/// captions, by the packaged server from the sources over HTTP; then the same night again. Writes a
/// page to the file named by the first argument; the others are options of the server's JVM.
public final class IntakeReport {

    /// Shops by code of the 시도, about as they were in June 2026; 2,772,484 in all.
    private static final Map<String, Long> SHOPS =
            Map.ofEntries(
                    Map.entry("11", 541_000L),
                    Map.entry("12", 178_000L),
                    Map.entry("26", 178_000L),
                    Map.entry("27", 135_000L),
                    Map.entry("28", 149_000L),
                    Map.entry("30", 79_000L),
                    Map.entry("31", 58_000L),
                    Map.entry("36", 17_500L),
                    Map.entry("41", 678_984L),
                    Map.entry("43", 89_000L),
                    Map.entry("44", 121_000L),
                    Map.entry("47", 148_000L),
                    Map.entry("48", 177_000L),
                    Map.entry("50", 52_000L),
                    Map.entry("51", 95_000L),
                    Map.entry("52", 76_000L));

    private static final int SEARCHES = 20;
    private static final int POSTS = 1_000;
    private static final int TAGS = 2;
    private static final int CAPTIONS = 2_500;
    private static final double POLITE_CALLS_PER_SECOND = 10;
    private static final String EMAIL = "operator@example.com";
    private static final String PASSWORD = "long enough for an operator";
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final FakePublicData fake = new FakePublicData();
    private final HttpClient http = HttpClient.newHttpClient();
    private final PackagedServer server;
    private final String token;
    private final List<Long> memory = new ArrayList<>();

    private IntakeReport(List<String> javaOptions) throws IOException, InterruptedException {
        fake.shops(SHOPS).blogPosts(POSTS).captions(CAPTIONS).texts(new Posts());
        fake.limit(Service.SHOPS, 10_000).limit(Service.BLOGS, 25_000);
        var arguments = new ArrayList<String>();
        fake.settings().forEach((name, value) -> arguments.add("--" + name + "=" + value));
        var searches =
                IntStream.range(0, SEARCHES)
                        .mapToObj(number -> "소상공인 이벤트 " + number)
                        .collect(Collectors.joining(","));
        arguments.addAll(
                List.of(
                        "--dangol.admin.email=" + EMAIL,
                        "--dangol.admin.password=" + PASSWORD,
                        "--dangol.intake.nightly=false",
                        "--dangol.intake.naver.queries=" + searches,
                        // What is measured is our own pace; the pauses we keep are told beside it.
                        "--dangol.intake.data-go-kr.calls-per-second=100000",
                        "--dangol.intake.naver.calls-per-second=100000",
                        "--dangol.intake.instagram.calls-per-second=100000",
                        "--dangol.intake.kosis.calls-per-second=100000",
                        "--dangol.intake.seoul.calls-per-second=100000"));
        server = PackagedServer.start(javaOptions, arguments);
        token = server.operatorToken(EMAIL, PASSWORD);
    }

    public static void main(String[] arguments) throws Exception {
        var report = new IntakeReport(Stream.of(arguments).skip(1).toList());
        try {
            var page = report.page();
            Files.writeString(Path.of(arguments[0]), page);
            System.out.println(page);
        } finally {
            report.server.close();
            report.fake.close();
        }
    }

    private record Night(JsonNode run, Duration took, Map<Service, Long> calls) {

        JsonNode step(String name, String source) {
            return run.get("steps")
                    .valueStream()
                    .filter(each ->
                            each.get("name").asString().equals(name)
                                    && each.get("source").asString().equals(source))
                    .findFirst()
                    .orElseThrow();
        }

        long count(String name, String source, String count) {
            return step(name, source).get("counts").path(count).asLong(0);
        }

        Duration took(String name, String source) {
            var step = step(name, source);
            return Duration.between(
                    Instant.parse(step.get("startedAt").asString()),
                    Instant.parse(step.get("endedAt").asString()));
        }
    }

    private String page() throws Exception {
        var idle = server.residentMegabytes();
        var first = night();
        var samples = List.copyOf(memory);
        var cases = cases();
        var second = night();
        var shops = first.count("fetch", "datagokr", "received");
        var calls = first.calls().getOrDefault(Service.SHOPS, 0L);
        return """
        # A night of collection

        The packaged server collects from sources over HTTP on the same machine that behave as the real ones are
        known to, strictly: wrong requests are refused and calls beyond a limit are counted. Run again with
        `benchmarks/run intake`.

        | step | things | time | a second |
        |---|---|---|---|
        %s
        The whole night took %s. At the pace we keep toward the portal (%.0f calls a second), its %,d calls would take
        %s by themselves; they happen once a quarter. On any other night there are %,d.

        | | wanted | came |
        |---|---|---|
        | shops of the country counted | %,d | %,d |
        | blog posts | %,d | %,d |
        | captions | %,d | %,d |
        | calls of the portal for shops, of 10,000 a day | ≤ 10,000 | %,d |
        | calls beyond a limit, counted by the sources | 0 | %d |
        | requests the sources found wrong | 0 | %d |
        | candidates read of posts and captions | | %,d |
        | of them stored as cases | | %,d |
        | of them in the book already, in these or nearly these words | | %,d |
        | candidates that were neither stored nor refused with a reason | 0 | %,d |
        | cases in the book that the night brought | %,d | %,d |
        | cases stored by the second night | 0 | %,d |
        | posts and captions new to the second night | 0 | %,d |
        | status of both nights | completed | %s, %s |

        Memory of the Java process (MB resident; heap limit as in production, see `scripts/build.sh`): %,d before, then
        at tenths of the first night %s; most %,d.

        Second night: %s. Machine: %d processors, load average %.1f at the end, Java %s.
        """
                .formatted(
                        rows(first),
                        spoken(first.took()),
                        POLITE_CALLS_PER_SECOND,
                        calls,
                        spoken(Duration.ofSeconds(Math.round(calls / POLITE_CALLS_PER_SECOND))),
                        second.calls().get(Service.SHOPS),
                        SHOPS.values().stream().mapToLong(Long::longValue).sum(),
                        shops,
                        SEARCHES * POSTS,
                        first.count("fetch", "naver", "new"),
                        TAGS * CAPTIONS,
                        first.count("fetch", "instagram", "new"),
                        calls,
                        fake.overdrawn(),
                        fake.complaints().size(),
                        texts(first, "clean", "candidates"),
                        texts(first, "store", "stored"),
                        texts(first, "store", "duplicates"),
                        texts(first, "clean", "candidates")
                                - texts(first, "store", "stored")
                                - texts(first, "store", "refused"),
                        texts(first, "store", "stored"),
                        cases,
                        cases() - cases,
                        second.count("fetch", "naver", "new")
                                + second.count("fetch", "instagram", "new"),
                        first.run().get("status").asString(),
                        second.run().get("status").asString(),
                        idle,
                        tenths(samples),
                        memory.stream().mapToLong(Long::longValue).max().orElse(0),
                        spoken(second.took()),
                        Runtime.getRuntime().availableProcessors(),
                        ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage(),
                        Runtime.version());
    }

    private static long texts(Night night, String step, String count) {
        return night.count(step, "naver", count) + night.count(step, "instagram", count);
    }

    private static String rows(Night night) {
        var rows = new StringBuilder();
        row(rows, night, "fetch", "datagokr", "received", "read and count shops");
        row(rows, night, "store", "datagokr", "stored", "publish counts by region and trade");
        row(rows, night, "fetch", "naver", "received", "read blog posts");
        row(rows, night, "fetch", "instagram", "received", "read captions");
        row(rows, night, "clean", "naver", "read", "posts into cases");
        row(rows, night, "clean", "instagram", "read", "captions into cases");
        row(rows, night, "store", "naver", "stored", "store cases from posts");
        row(rows, night, "store", "instagram", "stored", "store cases from captions");
        return rows.toString();
    }

    private static void row(
            StringBuilder rows,
            Night night,
            String step,
            String source,
            String count,
            String what) {
        var things = night.count(step, source, count);
        var took = night.took(step, source);
        var seconds = Math.max(0.001, took.toMillis() / 1000.0);
        rows.append(
                "| %s | %,d | %.1f s | %,.0f |%n"
                        .formatted(what, things, seconds, things / seconds));
    }

    private Night night() throws Exception {
        var before = calls();
        var started = Instant.now();
        var id = send("POST", "/api/ops/collection/runs").get("id").asString();
        while (true) {
            TimeUnit.SECONDS.sleep(1);
            memory.add(server.residentMegabytes());
            var run = send("GET", "/api/ops/collection/runs/" + id);
            if (!run.get("status").asString().equals("running")) {
                var took = Duration.between(started, Instant.now());
                var spent = new HashMap<Service, Long>();
                calls().forEach((service, all) ->
                        spent.put(service, all - before.getOrDefault(service, 0L)));
                return new Night(run, took, spent);
            }
            System.err.println(under(run));
        }
    }

    private static String under(JsonNode run) {
        return run.get("steps")
                .valueStream()
                .filter(each -> each.get("status").asString().equals("running"))
                .map(each ->
                        each.get("name").asString()
                                + " "
                                + each.get("source").asString()
                                + " "
                                + each.get("progress"))
                .collect(Collectors.joining());
    }

    private Map<Service, Long> calls() {
        return Stream.of(Service.values()).collect(Collectors.toMap(each -> each, fake::calls));
    }

    private long cases() throws Exception {
        return send("GET", "/api/ops/cases?origin=collected&limit=1").get("total").asLong();
    }

    private static String tenths(List<Long> samples) {
        return IntStream.rangeClosed(1, 10)
                .mapToObj(tenth -> "" + samples.get(Math.max(0, samples.size() * tenth / 10 - 1)))
                .collect(Collectors.joining(", "));
    }

    private static String spoken(Duration time) {
        return time.toSeconds() < 120
                ? time.toSeconds() + " s"
                : "%d min %d s".formatted(time.toMinutes(), time.toSecondsPart());
    }

    private JsonNode send(String method, String path) throws Exception {
        var request =
                HttpRequest.newBuilder(URI.create(server.address() + path))
                        .header("Authorization", "Bearer " + token)
                        .method(method, BodyPublishers.noBody())
                        .build();
        var answer = http.send(request, BodyHandlers.ofString());
        if (answer.statusCode() / 100 != 2) {
            throw new IllegalStateException(answer.body());
        }
        return JSON.readTree(answer.body());
    }
}
