package kr.dangol.benchmarks.search;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;

/// Filtered searches over books from ten thousand to a million cases, each in a process with a
/// bounded heap: recall against an exact scan, latency, memory and the rate of building. Writes a
/// page to the file named by the first argument; the others choose runs, such as `100000x3072`, and
/// the page takes what is not run again from the last time.
public final class SearchScale {

    private static final List<String> RUNS =
            List.of(
                    "10000x256",
                    "10000x1024",
                    "10000x3072",
                    "100000x256",
                    "100000x1024",
                    "100000x3072",
                    "1000000x256");

    private static final String HEAP = "-Xmx512m";

    private SearchScale() {}

    public static void main(String[] arguments) throws Exception {
        var chosen = Stream.of(arguments).skip(1).toList();
        for (var run : chosen.isEmpty() ? RUNS : chosen) {
            System.err.println("run " + run);
            run(run);
        }
        var results = new LinkedHashMap<String, Map<String, Double>>();
        for (var run : RUNS) {
            if (Files.exists(kept(run))) {
                results.put(run, read(run));
            }
        }
        var page = page(results);
        Files.writeString(Path.of(arguments[0]), page);
        System.out.println(page);
    }

    private static Path kept(String run) throws IOException {
        var home = Path.of("benchmarks", "target", "search-scale");
        return Files.createDirectories(home).resolve(run);
    }

    private static void run(String name) throws IOException, InterruptedException {
        var parts = name.split("x");
        var directory = Path.of(System.getProperty("java.io.tmpdir"));
        var command = new ArrayList<String>();
        command.add(ProcessHandle.current().info().command().orElseThrow());
        command.addAll(List.of(HEAP, "-XX:+UseSerialGC", "-XX:+UseCompactObjectHeaders"));
        command.addAll(List.of("--enable-native-access=ALL-UNNAMED", "-cp"));
        command.add(System.getProperty("java.class.path"));
        command.addAll(List.of(ScaleRun.class.getName(), parts[0], parts[1], directory.toString()));
        var process =
                new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.INHERIT).start();
        var results = new ArrayList<String>();
        try (var lines = process.inputReader(StandardCharsets.UTF_8)) {
            for (var line = lines.readLine(); line != null; line = lines.readLine()) {
                System.err.println(line);
                if (line.startsWith("result ")) {
                    results.add(line.substring(7));
                }
            }
        }
        if (process.waitFor() != 0) {
            throw new IllegalStateException(name + " failed");
        }
        Files.write(kept(name), results);
    }

    private static Map<String, Double> read(String run) throws IOException {
        var results = new LinkedHashMap<String, Double>();
        for (var line : Files.readAllLines(kept(run))) {
            var space = line.lastIndexOf(' ');
            results.put(line.substring(0, space), Double.parseDouble(line.substring(space)));
        }
        return results;
    }

    private static String page(Map<String, Map<String, Double>> results) {
        var page = new StringBuilder(HEAD.formatted(HEAP));
        page.append(
                "| cases × dimensions | recall@5 | p50 | p99 | hybrid p50 | p99 | exact scan p50 | p99 |\n");
        page.append("|---|---|---|---|---|---|---|---|\n");
        results.forEach((name, run) ->
                page.append(
                        "| %s | %.4f | %.2f ms | %.2f ms | %.2f ms | %.2f ms | %.2f ms | %.2f ms |%n"
                                .formatted(
                                        spoken(name),
                                        run.get("recall"),
                                        run.get("vectorsP50"),
                                        run.get("vectorsP99"),
                                        run.get("hybridP50"),
                                        run.get("hybridP99"),
                                        run.get("scanP50"),
                                        run.get("scanP99"))));
        page.append(growth(results));
        page.append(CPU);
        page.append(
                "| cases × dimensions | p50 | p99 | hybrid p50 | p99 | exact scan p50 | p99 |\n");
        page.append("|---|---|---|---|---|---|---|\n");
        results.forEach((name, run) ->
                page.append(
                        "| %s | %.2f ms | %.2f ms | %.2f ms | %.2f ms | %.2f ms | %.2f ms |%n"
                                .formatted(
                                        spoken(name),
                                        run.get("vectorsCpuP50"),
                                        run.get("vectorsCpuP99"),
                                        run.get("hybridCpuP50"),
                                        run.get("hybridCpuP99"),
                                        run.get("scanCpuP50"),
                                        run.get("scanCpuP99"))));
        page.append(BUILD);
        page.append(
                "| cases × dimensions | cases a second | in all | segments | on disk | heap in use | anonymous | mapped | search meanwhile p50 | p99 | longest |\n");
        page.append("|---|---|---|---|---|---|---|---|---|---|---|\n");
        results.forEach((name, run) ->
                page.append(
                        "| %s | %,.0f | %,.0f s | %.0f | %,.0f MB | %,.0f MB | %,.0f MB | %,.0f MB | %.1f ms | %.1f ms | %.0f ms |%n"
                                .formatted(
                                        spoken(name),
                                        run.get("buildRate"),
                                        run.get("buildSeconds"),
                                        run.get("segments"),
                                        run.get("diskMegabytes"),
                                        run.get("heapMegabytes"),
                                        run.get("RssAnon"),
                                        run.get("RssFile"),
                                        run.get("disturbedP50"),
                                        run.get("disturbedP99"),
                                        run.get("disturbedMax"))));
        page.append(switches(results));
        page.append(
                "%nMachine: %d processors shared with other work, load average %.0f at the end, Java %s.%n"
                        .formatted(
                                Runtime.getRuntime().availableProcessors(),
                                ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage(),
                                Runtime.version()));
        return page.toString();
    }

    /// How much longer the largest takes than the smallest of the same dimensions.
    private static String growth(Map<String, Map<String, Double>> results) {
        var small = results.get("10000x256");
        var large = results.get("1000000x256");
        if (small == null || large == null) {
            return "";
        }
        return "%nFrom ten thousand to a million cases p50 grows %.1f times by vectors and %.1f times for the whole hybrid search (by processor time %.1f and %.1f; target: less than 3), an exact scan %.0f times.%n"
                .formatted(
                        grown(small, large, "vectorsP50"),
                        grown(small, large, "hybridP50"),
                        grown(small, large, "vectorsCpuP50"),
                        grown(small, large, "hybridCpuP50"),
                        grown(small, large, "scanCpuP50"));
    }

    private static double grown(Map<String, Double> small, Map<String, Double> large, String of) {
        return large.getOrDefault(of, 0.0) / small.getOrDefault(of, 1.0);
    }

    private static String switches(Map<String, Map<String, Double>> results) {
        var table = new StringBuilder(SWITCH);
        results.forEach((name, run) ->
                run.forEach((key, walk) -> {
                    if (key.startsWith("walk ")) {
                        var passing = key.substring(5);
                        table.append(
                                "| %s | %,d | %.2f ms | %.2f ms |%n"
                                        .formatted(
                                                spoken(name),
                                                Integer.parseInt(passing),
                                                walk,
                                                run.get("scan " + passing)));
                    }
                }));
        return table.toString();
    }

    private static String spoken(String name) {
        var parts = name.split("x");
        return "%,d × %s".formatted(Integer.parseInt(parts[0]), parts[1]).formatted(Locale.ROOT);
    }

    private static final String HEAD =
            """
            # Search at scale

            Top 5 for 300 questions of the main job's kind over cases of the sample generator: same
            industry, cost within 0.5 to 1.5 times, and never another owner's. The questions come from
            cases that are not in the book. Vectors are the built-in embedder's (256) or thrown from
            them into more dimensions with noise of their own. Each line is a process of its own with
            `%s`, one thread asks, after one round to warm up three are measured. Recall counts a
            found case whose cosine is at least that of the fifth nearest by exact scan. "Hybrid" is
            the whole search as the product does it, words and fusion included. Run again with
            `benchmarks/run search-scale`.

            """;

    private static final String CPU =
            """

            The same by processor time of the asking thread, which other work on the machine
            disturbs less:

            """;

    private static final String BUILD =
            """

            Building, until every merge is done; embedding is not counted. "Search meanwhile" is one
            that asks fifty times a second at most while the index is filled and merged, so it shares
            two processors with the building itself:

            """;

    private static final String SWITCH =
            """

            Where scanning stops paying: processor time, p50, for cases of one industry up to a
            price, by how many of them pass. The index scans up to 4,000.

            | cases × dimensions | pass | walk | scan |
            |---|---|---|---|
            """;
}
