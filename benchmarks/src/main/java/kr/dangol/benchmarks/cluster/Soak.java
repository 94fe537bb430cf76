package kr.dangol.benchmarks.cluster;

import static kr.dangol.testing.FakeClaude.saying;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import kr.dangol.benchmarks.claude.Answers;
import kr.dangol.testing.FakeClaude;

/// Works one instance of a cluster for a long time at a steady pace and looks at what it holds.
/// Writes a page to the file named by the first argument; the second is the length in minutes (60),
/// the third the pace in calls a second (10).
public final class Soak {

    private static final String KEY = "benchmark-key";
    private static final String WORKED = "dangol-1";
    private static final int HANDS = 12;
    private static final int LOOKS = 12;

    /// A quarter of the looks are at a heap that still grows to its bound.
    private static final int WARMED_UP = LOOKS / 4;

    /// What the second half after that may hold more than the first, of its resident memory.
    private static final double FLAT = 0.03;

    private record Look(
            double minutes, long residentMegabytes, double heapMegabytes, int threads, int files) {}

    private final Duration length;
    private final int pace;
    private final FakeClaude claude = new FakeClaude(KEY, saying(Answers.whole("오래")));
    private final Cluster cluster;

    private Soak(Duration length, int pace) throws IOException {
        this.length = length;
        this.pace = pace;
        cluster = new Cluster(claude, KEY, 1_000_000);
    }

    public static void main(String[] arguments) throws Exception {
        var minutes = arguments.length > 1 ? Integer.parseInt(arguments[1]) : 60;
        var pace = arguments.length > 2 ? Integer.parseInt(arguments[2]) : 10;
        var page = new Soak(Duration.ofMinutes(minutes), pace).pageAndEnd();
        Files.writeString(Path.of(arguments[0]), page);
        System.out.println(page);
    }

    private String pageAndEnd() throws Exception {
        try (claude;
                cluster) {
            return page();
        }
    }

    private String page() throws Exception {
        cluster.up();
        for (var each : Cluster.INSTANCES) {
            if (!each.equals(WORKED)) {
                cluster.stop(each);
            }
        }
        var load = Load.of(HANDS, cluster.gateway());
        var looks = new ArrayList<Look>();
        var calls =
                load.runAt(
                        pace,
                        () -> {
                            for (var each = 0; each <= LOOKS; each++) {
                                if (each > 0) {
                                    Load.pause(length.dividedBy(LOOKS)).run();
                                }
                                looks.add(look(length.toSeconds() / 60.0 * each / LOOKS));
                                System.err.println(looks.getLast());
                            }
                        });
        var rows = new StringBuilder();
        for (var each : looks) {
            rows.append(
                    "| %.0f | %d MB | %.0f MB | %d | %d |%n"
                            .formatted(
                                    each.minutes(),
                                    each.residentMegabytes(),
                                    each.heapMegabytes(),
                                    each.threads(),
                                    each.files()));
        }
        var half = (WARMED_UP + looks.size()) / 2;
        var first = mean(looks.subList(WARMED_UP, half));
        var second = mean(looks.subList(half, looks.size()));
        return """
        # An hour of load

        One instance of the cluster of `deploy/cluster` with PostgreSQL, a Redis Cluster, RabbitMQ and the
        fake vendor, asked by %d owners %d times a second for %d minutes: %d calls, %d of them failed. Of ten
        calls six repeat one of ten requests, two ask something new, one lists events, one takes an
        event from its recommendation to its outcome, so what is stored grows all the time:
        %d recommendations and %d closed events in the end. Run again with `benchmarks/run soak`.

        | minute | resident | heap in use | threads | open files |
        |---|---|---|---|---|
        %s
        Heap in use is what the collector has not come to yet as well as what lives.

        The heap grows to its bound in the first minutes. Resident memory after the first quarter, mean of the
        second half of what is left against that of the first: %.0f MB against %.0f MB (%+.1f %%; goal: flat, at most
        %+.0f %%: %s).

        Machine: %d processors shared with other work, load average %.0f at the end, Java %s.
        """
                .formatted(
                        HANDS,
                        pace,
                        length.toMinutes(),
                        calls.size(),
                        calls.size() - Load.answered(calls),
                        load.recommendations().size(),
                        load.closedEvents().size(),
                        rows,
                        second,
                        first,
                        100 * (second / first - 1),
                        100 * FLAT,
                        second / first - 1 <= FLAT ? "met" : "missed",
                        Runtime.getRuntime().availableProcessors(),
                        ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage(),
                        Runtime.version());
    }

    private Look look(double minutes) throws IOException, InterruptedException {
        return new Look(
                minutes,
                cluster.residentMegabytes(WORKED),
                cluster.gauge(WORKED, "jvm_memory_used_bytes{area=\"heap\"") / (1 << 20),
                (int) cluster.gauge(WORKED, "jvm_threads_live_threads"),
                (int) cluster.gauge(WORKED, "process_files_open_files"));
    }

    private static double mean(List<Look> looks) {
        return looks.stream().mapToLong(Look::residentMegabytes).average().orElseThrow();
    }
}
