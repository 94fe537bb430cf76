package kr.dangol.benchmarks.claude;

import static kr.dangol.testing.FakeClaude.failing;
import static kr.dangol.testing.FakeClaude.saying;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import kr.dangol.benchmarks.mainjob.PackagedServer;
import kr.dangol.languagemodel.LanguageModelProperties.ModelTuple;
import kr.dangol.languagemodel.LanguageModelProperties.Thinking;
import kr.dangol.languagemodel.ModelRequest;
import kr.dangol.languagemodel.anthropic.ClaudeClient;
import kr.dangol.platform.Deadline;
import kr.dangol.testing.FakeClaude;
import kr.dangol.testing.FakeClaude.Behaviour;
import tools.jackson.databind.JsonNode;

/// Measures the packaged server with Claude as its writer against a fake vendor over HTTP: when
/// plans arrive at two paces of the model, what we add to the model's own time, many streams at
/// once, and what owners get when the vendor fails at random. Writes a page to the file named by
/// the first argument; the others are options of the server's JVM.
public final class ClaudePath {

    private static final String KEY = "benchmark-key";
    private static final Duration FIRST_TOKEN = Duration.ofMillis(700);
    private static final int REHEARSALS = 300;
    private static final int FAST_ROUNDS = 21;
    private static final int SLOW_ROUNDS = 5;
    private static final int STREAMS = 200;
    private static final int FAULTY = 1_000;
    private static final int AT_ONCE = 50;
    private static final int FAULTS_PERCENT = 40;
    private static final int ASKED_AGAIN = 100;
    private static final long SEED = 20_261_122;

    private final FakeClaude claude = new FakeClaude(KEY, saying(Answers.whole("첫")));
    private final PackagedServer server;
    private int asked;

    private ClaudePath(List<String> javaOptions) throws IOException, InterruptedException {
        server =
                PackagedServer.start(
                        javaOptions,
                        List.of(
                                "--dangol.languagemodel.api-key=" + KEY,
                                "--dangol.languagemodel.base-url=" + claude.baseUrl(),
                                "--dangol.languagemodel.requests-per-minute=1000000",
                                "--dangol.limits.in-flight=1000"));
    }

    public static void main(String[] arguments) throws Exception {
        var path = new ClaudePath(Stream.of(arguments).skip(1).toList());
        try {
            var page = path.page();
            Files.writeString(Path.of(arguments[0]), page);
            System.out.println(page);
        } finally {
            path.server.close();
            path.claude.close();
        }
    }

    private String page() throws Exception {
        // A server in service has its code compiled; a fresh one takes some 20 ms more.
        for (var i = 0; i < REHEARSALS; i++) {
            server.recommend(request());
        }
        var fast = pace(233, FAST_ROUNDS);
        var slow = pace(80, SLOW_ROUNDS);
        return """
        # Claude writes the plans

        The packaged server after %d answers, with a fake vendor on the same machine: %d ms to the
        first token, then an answer of %d pieces of about a token each. Requests one after another,
        each another brief; medians. "The model alone" is the same answer through the same client,
        without us. Run again with `benchmarks/run claude`.

        | tokens a second | requests | first plan, of the model's way from first to last token | whole answer | the model alone | we add | of it before the vendor has the call | after the vendor's last byte | written by |
        |---|---|---|---|---|---|---|---|---|
        | 233 | %s |
        | 80 | %s |

        | wanted | measured | |
        |---|---|---|
        | first plan within 20 %% of the way at 233 tokens/s | %s |
        | whole answer within 100 ms of the stream's end at 233 tokens/s | %s |
        | we add at most 30 ms at 233 tokens/s (median) | %s |
        | `mixed` at 80 tokens/s, because the answer does not fit 8 s | %s |

        | many at once | |
        |---|---|
        | %d streams at once at 233 tokens/s | %s |

        | %,d requests, %d at a time, against a vendor of which %d %% of the calls fail, in one of %d ways at random (seed %d) | |
        |---|---|
        %s

        Machine: %d processors, load average %.0f at the end, Java %s.
        """
                .formatted(
                        REHEARSALS,
                        FIRST_TOKEN.toMillis(),
                        FakeClaude.pieces(Answers.whole("첫")).size(),
                        fast.row(),
                        slow.row(),
                        verdict(fast.firstShare() * 100, 20, "%"),
                        verdict(fast.after(), 100, "ms"),
                        verdict(fast.adds(), 30, "ms"),
                        slow.engines() + (slow.engines().equals("mixed") ? " | met" : " | missed"),
                        STREAMS,
                        manyStreams(),
                        FAULTY,
                        AT_ONCE,
                        FAULTS_PERCENT,
                        FAULTS.size(),
                        SEED,
                        faults(),
                        Runtime.getRuntime().availableProcessors(),
                        ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage(),
                        Runtime.version());
    }

    private static String verdict(double measured, double wanted, String unit) {
        return "%.0f %s | %s"
                .formatted(
                        measured,
                        unit,
                        measured <= wanted
                                ? "met"
                                : "missed by %.0f %s".formatted(measured - wanted, unit));
    }

    /// Times in milliseconds; `before` and `after` are the vendor's: from our request until its
    /// call arrived there, and from its last byte until ours.
    private record Streamed(
            double firstPlan, double done, double before, double after, String engine, int plans) {}

    private record Pace(List<Streamed> ours, List<Double> alone) {

        double of(ToDoubleFunction<Streamed> time) {
            return median(ours.stream().mapToDouble(time).boxed().toList());
        }

        double firstShare() {
            var first = FIRST_TOKEN.toMillis();
            return (of(Streamed::firstPlan) - first) / (median(alone) - first);
        }

        double after() {
            return of(Streamed::after);
        }

        double adds() {
            return of(Streamed::done) - median(alone);
        }

        String engines() {
            return ours.stream().map(Streamed::engine).distinct().collect(Collectors.joining(", "));
        }

        String row() {
            var isWhole = engines().equals("claude");
            var slowest = ours.stream().mapToDouble(Streamed::done).max().orElseThrow();
            return "%d | %.0f %% (%.0f ms after the request) | %.0f ms (slowest %.0f) | %.0f ms | %s | %.0f ms | %s | %s"
                    .formatted(
                            ours.size(),
                            100 * firstShare(),
                            of(Streamed::firstPlan),
                            of(Streamed::done),
                            slowest,
                            median(alone),
                            isWhole ? "%.0f ms".formatted(adds()) : "-",
                            of(Streamed::before),
                            isWhole ? "%.0f ms".formatted(after()) : "-",
                            engines());
        }
    }

    private Pace pace(double tokensPerSecond, int rounds) throws Exception {
        claude.otherwise(saying(Answers.whole("흐름"), FIRST_TOKEN, tokensPerSecond));
        var ours = new ArrayList<Streamed>();
        var alone = new ArrayList<Double>();
        for (var i = 0; i < rounds; i++) {
            ours.add(stream());
            alone.add(modelAlone());
        }
        return new Pace(ours, alone);
    }

    private Streamed stream() throws IOException, InterruptedException {
        var started = System.nanoTime();
        var firstPlan = new double[] {Double.NaN};
        var plans = new int[1];
        var engine = new String[] {""};
        var event = new String[] {""};
        try (var lines = server.stream(request())) {
            lines.forEach(line -> {
                if (line.startsWith("event:")) {
                    event[0] = line.substring(6).strip();
                    if (event[0].equals("plan") && plans[0]++ == 0) {
                        firstPlan[0] = millisSince(started);
                    }
                } else if (line.startsWith("data:") && event[0].equals("done")) {
                    engine[0] = line.replaceAll(".*\"engine\":\"(\\w+)\".*", "$1");
                }
            });
        }
        var ended = System.nanoTime();
        return new Streamed(
                firstPlan[0],
                (ended - started) / 1e6,
                (claude.lastArrivedNanos() - started) / 1e6,
                (ended - claude.lastEndedNanos()) / 1e6,
                engine[0],
                plans[0]);
    }

    private double modelAlone() {
        try (var client = new ClaudeClient(KEY, claude.baseUrl())) {
            var schema = new LinkedHashMap<String, Object>();
            schema.put("type", "object");
            schema.put("additionalProperties", false);
            schema.put("required", List.of());
            schema.put("properties", Map.of());
            var request =
                    new ModelRequest(
                            "alone",
                            null,
                            "system",
                            "user",
                            schema,
                            2_000,
                            Deadline.in(Duration.ofSeconds(60)));
            var tuple = new ModelTuple("claude-haiku-5-5", Thinking.DISABLED, "low");
            // A client's first call loads a connection; the product's client has one.
            var warm = saying("{}");
            claude.then(warm);
            client.stream(tuple, request, Duration.ofSeconds(60), Duration.ofSeconds(5), _ -> {});
            var started = System.nanoTime();
            client.stream(tuple, request, Duration.ofSeconds(60), Duration.ofSeconds(5), _ -> {});
            return millisSince(started);
        }
    }

    private String manyStreams() throws Exception {
        claude.otherwise(saying(Answers.whole("함께"), FIRST_TOKEN, 233));
        var streamed = all(STREAMS, STREAMS, this::stream);
        var whole = streamed.stream().filter(each -> each.plans() == 6).count();
        var byClaude = streamed.stream().filter(each -> each.engine().equals("claude")).count();
        var longest = streamed.stream().mapToDouble(Streamed::done).max().orElse(Double.NaN);
        return "%d with six plans, %d of them by Claude alone, longest %.1f s"
                .formatted(whole, byClaude, longest / 1_000);
    }

    private String faults() throws Exception {
        var random = new Random(SEED);
        var inputBefore = claude.endedInputTokens();
        var outputBefore = claude.endedOutputTokens();
        var ledgerBefore = ledger();
        claude.otherwise(stream -> anyFault(random).answer(stream));
        var left = new ArrayList<>(IntStream.range(0, FAULTY).mapToObj(_ -> request()).toList());
        var answers =
                all(
                        FAULTY,
                        AT_ONCE,
                        () -> {
                            Map<String, Object> request;
                            synchronized (left) {
                                request = left.removeLast();
                            }
                            return Map.entry(request, server.recommend(request));
                        });
        var bodies = answers.stream().map(each -> each.getValue().body()).toList();
        var longest =
                answers.stream()
                        .mapToDouble(each -> each.getValue().took().toNanos() / 1e9)
                        .max()
                        .orElse(Double.NaN);
        var ledger = ledgerOnceAtRest().minus(ledgerBefore);
        var vendor =
                new Tokens(
                        claude.endedInputTokens() - inputBefore,
                        claude.endedOutputTokens() - outputBefore);
        return """
        | six plans, all different, each inside its band | %d of %d |
        | `degraded` exactly where Claude did not write all six | %d of %d |
        | longest answer (wanted: 10.2 s) | %.1f s |
        | written by Claude alone, mixed, by the planner alone | %d, %d, %d |
        | answers for which the vendor was not asked, because the circuit breaker was open | %.0f |
        | degraded answers found in the cache when asked again | %d of %d |
        | tokens of calls that ended, vendor's count: in, out | %,d, %,d |
        | the same in the ledger (wanted: equal) | %,d, %,d: %s |\
        """
                .formatted(
                        bodies.stream().filter(ClaudePath::isSound).count(),
                        FAULTY,
                        bodies.stream().filter(ClaudePath::isHonest).count(),
                        FAULTY,
                        longest,
                        by(bodies, "claude"),
                        by(bodies, "mixed"),
                        by(bodies, "planner"),
                        server.counter("dangol_languagemodel_not_asked_total", "resting"),
                        foundInCache(answers),
                        ASKED_AGAIN,
                        vendor.input(),
                        vendor.output(),
                        ledger.input(),
                        ledger.output(),
                        ledger.equals(vendor) ? "equal" : "NOT equal");
    }

    private long foundInCache(List<Map.Entry<Map<String, Object>, PackagedServer.Timed>> answers)
            throws Exception {
        claude.otherwise(saying(Answers.whole("다시")));
        var found = 0L;
        var degraded =
                answers.stream()
                        .filter(each -> isDegraded(each.getValue().body()))
                        .limit(ASKED_AGAIN)
                        .toList();
        for (var each : degraded) {
            var again = server.recommend(each.getKey()).body();
            found += again.at("/metadata/cacheHit").asBoolean() ? 1 : 0;
        }
        return found;
    }

    private static long by(List<JsonNode> answers, String engine) {
        return answers.stream()
                .filter(each -> each.at("/metadata/engine").asString().equals(engine))
                .count();
    }

    private record Tokens(long input, long output) {

        Tokens minus(Tokens other) {
            return new Tokens(input - other.input, output - other.output);
        }
    }

    /// What the ledger holds of calls that ended by themselves; we only estimate those we cut.
    private Tokens ledger() throws SQLException {
        try (var connection = server.database();
                var statement = connection.createStatement();
                var row =
                        statement.executeQuery(
                                """
                                select coalesce(sum(input_tokens + cache_write_tokens + cache_read_tokens), 0),
                                    coalesce(sum(output_tokens), 0)
                                from languagemodel.model_call
                                where ending in ('complete', 'truncated', 'refused')
                                """)) {
            row.next();
            return new Tokens(row.getLong(1), row.getLong(2));
        }
    }

    /// The ledger is written behind the answers: twice the same means that it has caught up.
    private Tokens ledgerOnceAtRest() throws Exception {
        var earlier = ledger();
        for (var i = 0; i < 30; i++) {
            TimeUnit.MILLISECONDS.sleep(500);
            var now = ledger();
            if (now.equals(earlier)) {
                return now;
            }
            earlier = now;
        }
        throw new IllegalStateException("the ledger does not come to rest");
    }

    private static final List<Behaviour> FAULTS =
            List.of(
                    failing(529, "overloaded_error"),
                    failing(500, "api_error"),
                    failing(429, "rate_limit_error", 1),
                    stream -> {
                        begin(stream, "끝", 900);
                        stream.breakOff();
                    },
                    stream -> {
                        begin(stream, "멈춤", 600);
                        stream.stall(Duration.ofSeconds(12));
                    },
                    stream -> {
                        begin(stream, "틀림", 700);
                        stream.event(
                                "error",
                                "{\"type\":\"error\",\"error\":{\"type\":\"overloaded_error\",\"message\":\"fake\"}}");
                    },
                    stream -> {
                        begin(stream, "반", 800);
                        stream.end("max_tokens", 3000, 2000);
                    },
                    stream -> {
                        stream.begin(800, 0, 2200);
                        stream.end("refusal", 3000, 1);
                    },
                    saying("{\"low-online\": oops", Duration.ZERO, 10_000));

    private static void begin(FakeClaude.Stream stream, String word, int characters)
            throws IOException {
        stream.begin(800, 0, 2200);
        stream.text(Answers.whole(word).substring(0, characters));
    }

    private static Behaviour anyFault(Random random) {
        synchronized (random) {
            return random.nextInt(100) < FAULTS_PERCENT
                    ? FAULTS.get(random.nextInt(FAULTS.size()))
                    : saying(Answers.whole("성한"), Duration.ofMillis(50), 2_000);
        }
    }

    private static boolean isSound(JsonNode answer) {
        var plans = answer.at("/data/recommendations").valueStream().toList();
        var titles = new HashSet<String>();
        plans.forEach(plan -> titles.add(plan.path("title").asString()));
        return plans.size() == 6
                && titles.size() == 6
                && plans.stream().allMatch(ClaudePath::isInsideBand);
    }

    private static boolean isInsideBand(JsonNode plan) {
        var cost = plan.path("cost").asLong();
        return switch (plan.path("budget").asString()) {
            case "low" -> cost > 0 && cost <= 500_000;
            case "medium" -> cost > 500_000 && cost <= 2_000_000;
            default -> cost > 2_000_000;
        };
    }

    private static boolean isHonest(JsonNode answer) {
        var byClaude = answer.at("/metadata/engine").asString().equals("claude");
        return isDegraded(answer) != byClaude;
    }

    private static boolean isDegraded(JsonNode answer) {
        return answer.at("/metadata/degraded").asBoolean();
    }

    /// A brief that was not asked before.
    private synchronized Map<String, Object> request() {
        asked++;
        return Map.of(
                "eventPurpose", "신규고객유치",
                "wish", "바람 %d번".formatted(asked),
                "storeInfo",
                        Map.of(
                                "businessType",
                                "고깃집",
                                "location",
                                Map.of("city", "서울", "district", "강남구")));
    }

    private static <T> List<T> all(int count, int atOnce, Callable<T> task)
            throws InterruptedException, ExecutionException {
        var seats = new Semaphore(atOnce);
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var futures =
                    IntStream.range(0, count)
                            .mapToObj(_ ->
                                    threads.submit(() -> {
                                        seats.acquire();
                                        try {
                                            return task.call();
                                        } finally {
                                            seats.release();
                                        }
                                    }))
                            .toList();
            var results = new ArrayList<T>();
            for (var future : futures) {
                results.add(future.get());
            }
            return results;
        }
    }

    private static double median(List<Double> values) {
        return values.stream().sorted().toList().get(values.size() / 2);
    }

    private static double millisSince(long nanos) {
        return (System.nanoTime() - nanos) / 1e6;
    }
}
