package kr.dangol.benchmarks.mainjob;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/// Measures the packaged server over HTTP, one request after another: answers that are drafted,
/// answers from the cache, and the memory of the process. Writes a page to the file named by the
/// first argument; the others are options of the server's JVM.
public final class MainJob {

    private static final int WARM_UP = 300;
    private static final int MEASURED = 400;

    private static final List<String> TYPES =
            List.of("고깃집", "카페", "꽃집", "미용실", "펜션", "편의점", "치킨", "헬스장");
    private static final List<String> PURPOSES = List.of("신규고객유치", "재방문유도", "매출증대", "인지도향상");
    private static final List<Map<String, String>> PLACES =
            List.of(
                    Map.of("city", "서울", "district", "강남구"),
                    Map.of("city", "부산", "district", "해운대구"),
                    Map.of("city", "강원", "district", "춘천시"));

    private MainJob() {}

    public static void main(String[] arguments) throws Exception {
        try (var server = PackagedServer.start(Stream.of(arguments).skip(1).toList())) {
            run(server, WARM_UP, 0);
            var cold = run(server, MEASURED, WARM_UP);
            var hits = run(server, MEASURED, WARM_UP);
            var page = page(server, cold, hits);
            Files.writeString(Path.of(arguments[0]), page);
            System.out.println(page);
        }
    }

    private record Run(List<Duration> took, long hits) {}

    private static Run run(PackagedServer server, int count, int from)
            throws IOException, InterruptedException {
        var took = new ArrayList<Duration>();
        var hits = 0;
        for (var i = from; i < from + count; i++) {
            var answer = server.recommend(request(i));
            took.add(answer.took());
            hits += answer.body().at("/metadata/cacheHit").asBoolean() ? 1 : 0;
        }
        return new Run(took, hits);
    }

    /// Requests that all differ: type, purpose and place in turns, the day after each round.
    private static Map<String, Object> request(int number) {
        var type = TYPES.get(number % TYPES.size());
        var purpose = PURPOSES.get(number / TYPES.size() % PURPOSES.size());
        var round = number / (TYPES.size() * PURPOSES.size());
        return Map.of(
                "eventPurpose", purpose,
                "startDate",
                        LocalDate.now(ZoneId.of("Asia/Seoul")).plusDays(1 + 3L * round).toString(),
                "storeInfo",
                        Map.of(
                                "businessType",
                                type,
                                "location",
                                PLACES.get(round % PLACES.size())));
    }

    private static String page(PackagedServer server, Run cold, Run hits)
            throws IOException, InterruptedException {
        if (cold.hits() != 0 || hits.hits() != MEASURED) {
            throw new IllegalStateException(
                    "not cold or not warm: %d, %d".formatted(cold.hits(), hits.hits()));
        }
        return """
        # The main job

        The packaged server on embedded defaults and an empty data directory with the sample book,
        asked over HTTP by one client on the same machine, one request after another: %d to warm
        up, %d that all differ, and the same again. "Inside" is what the server's own timer says,
        from the checked request to the answer stored in the history; for drafts it counts the
        warm-up too. "At the client" is until the last byte arrived. Run again with
        `benchmarks/run main-job`.

        | six plans | target | inside, p50 | p95 | at the client, p50 | p95 | longest |
        |---|---|---|---|---|---|---|
        | drafted | p50 ≤ 60 ms | %s | %s |
        | from the cache | p50 ≤ 5 ms | %s | %s |

        Resident memory of the Java process afterwards: %d MB (target ≤ 600 MB).
        Machine: %d processors, load average %.0f during the run, Java %s.
        """
                .formatted(
                        WARM_UP,
                        MEASURED,
                        inside(server, "drafted"),
                        atClient(cold),
                        inside(server, "hit"),
                        atClient(hits),
                        server.residentMegabytes(),
                        Runtime.getRuntime().availableProcessors(),
                        ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage(),
                        Runtime.version());
    }

    private static String inside(PackagedServer server, String service)
            throws IOException, InterruptedException {
        return "%.1f ms | %.1f ms"
                .formatted(
                        server.serverMillis(service, "0.5"), server.serverMillis(service, "0.95"));
    }

    private static String atClient(Run run) {
        return "%.1f ms | %.1f ms | %.1f ms"
                .formatted(
                        quantile(run.took(), 0.5),
                        quantile(run.took(), 0.95),
                        quantile(run.took(), 1));
    }

    private static double quantile(List<Duration> durations, double share) {
        var sorted = durations.stream().sorted().toList();
        var index = (int) Math.ceil(share * sorted.size()) - 1;
        return sorted.get(Math.max(0, index)).toNanos() / 1e6;
    }
}
