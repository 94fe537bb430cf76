package kr.dangol.benchmarks.cluster;

import static kr.dangol.testing.FakeClaude.saying;

import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import kr.dangol.benchmarks.claude.Answers;
import kr.dangol.benchmarks.client.Owner;
import kr.dangol.testing.FakeClaude;

/// Starts a cluster, works it, breaks its parts one by one and looks for what was acknowledged.
/// Writes a page to the file named by the first argument; the second is the length of a phase in
/// seconds (30). Fails when anything was lost or doubled.
public final class ClusterReport {

    private static final String KEY = "benchmark-key";
    private static final int HANDS = 12;
    private static final int IDENTICAL = 500;
    private static final int ASKED_IN_A_MINUTE = 60;
    private static final int CALLS_A_MINUTE = 50;

    private static final String INDEX_SIZE = "dangol_casebook_index_size";
    private static final String INDEX_LAG = "dangol_casebook_index_lag";

    /// At the memory, a phase apart.
    private static final int LOOKS = 10;

    private final Duration phase;
    private final FakeClaude claude = new FakeClaude(KEY, saying(Answers.whole("처음")));
    private final List<String> broken = new ArrayList<>();
    private final Cluster cluster;
    private Load load = new Load(List.of());

    private ClusterReport(Duration phase) throws Exception {
        this.phase = phase;
        cluster = new Cluster(claude, KEY, CALLS_A_MINUTE);
    }

    public static void main(String[] arguments) throws Exception {
        var seconds = arguments.length > 1 ? Integer.parseInt(arguments[1]) : 30;
        var report = new ClusterReport(Duration.ofSeconds(seconds));
        var page = report.pageAndEnd();
        Files.writeString(Path.of(arguments[0]), page);
        System.out.println(page);
        if (!report.broken.isEmpty()) {
            throw new AssertionError(String.join("\n", report.broken));
        }
    }

    /// Whatever went wrong, it is not hidden by what then cannot be stopped.
    private String pageAndEnd() throws Exception {
        try (claude;
                cluster) {
            return page();
        }
    }

    private String page() throws Exception {
        say("starting the cluster");
        cluster.up();
        awaitIndexes();
        load = Load.of(HANDS, cluster.gateway());
        var limits = limits();
        say("a limit that is out of the way, instance by instance");
        cluster.set("CLAUDE_REQUESTS_PER_MINUTE", "1000000");
        cluster.restart();
        var throughput = throughput();
        var memory = memory();
        var restart = rollingRestart();
        var rows = new StringBuilder();
        for (var fault : Fault.all(cluster)) {
            rows.append(under(fault));
        }
        return """
        # A cluster under load, and in trouble

        PostgreSQL, a Redis Cluster (three masters, three replicas), RabbitMQ, nginx and three instances,
        started by `deploy/cluster`, the fake vendor and %d busy owners, all on one machine with %d
        processors. Of ten calls six repeat one of ten requests, two ask something new, one lists
        events, one takes an event from its recommendation to its outcome. %d s a phase.
        Run again with `benchmarks/run cluster`.

        ## One call for many

        %s
        ## Throughput

        %s
        On one machine the instances share its processors with everything else, so this shows what
        three cost beside one, not how far they scale.

        ## Memory of the three under load

        %s
        ## A rolling restart of all three under load

        %s
        ## Faults, one by one, under load

        Each part fails for %d s and is mended for half as long. "Recovered" is the time from the fault to the
        end of the last call that failed, 0 where none did.

        | fault | answered | failed | recovered after | kinds of failure |
        |---|---|---|---|---|
        %s
        ## What was acknowledged

        %s
        Machine: %d processors, load average %.0f at the end, Java %s.
        """
                .formatted(
                        HANDS,
                        Runtime.getRuntime().availableProcessors(),
                        phase.toSeconds(),
                        limits,
                        throughput,
                        memory,
                        restart,
                        phase.toSeconds(),
                        rows,
                        books(),
                        Runtime.getRuntime().availableProcessors(),
                        ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage(),
                        Runtime.version());
    }

    private String limits() throws Exception {
        say("identical requests at once, then more than a minute's calls");
        var owners = owners(10);
        var before = claude.requests().size();
        var same = Load.request("꽃집", "강남구", "모두 같은 바람");
        claude.otherwise(saying(Answers.whole("함께"), Duration.ofMillis(700), 400));
        all(
                IDENTICAL,
                i -> owners.get(i % owners.size()).postPatiently("/api/recommendations", same));
        claude.otherwise(saying(Answers.whole("처음")));
        var calls = claude.requests().size() - before;
        check(calls == 1, "%d identical requests made %d calls", IDENTICAL, calls);
        var engines =
                all(
                        ASKED_IN_A_MINUTE,
                        i ->
                                owners.get(i % owners.size())
                                        .postPatiently(
                                                "/api/recommendations",
                                                Load.request("꽃집", "강남구", "바람 %d".formatted(i)))
                                        .at("/metadata/engine")
                                        .asString());
        var total = claude.requests().size() - before;
        check(total <= CALLS_A_MINUTE, "%d calls in a minute", total);
        return """
        | | |
        |---|---|
        | %d identical requests over three instances at once | %d call to the model |
        | %d more, all different, in the same minute (limit %d) | %d calls in all, %d answers by the built-in planner |

        """
                .formatted(
                        IDENTICAL,
                        calls,
                        ASKED_IN_A_MINUTE,
                        CALLS_A_MINUTE,
                        total,
                        engines.stream().filter("planner"::equals).count());
    }

    /// An instance that fills its index after its start voids answers everywhere.
    private void awaitIndexes() throws Exception {
        for (var each : Cluster.INSTANCES) {
            while (cluster.gauge(each, INDEX_SIZE) == 0 || cluster.gauge(each, INDEX_LAG) > 0) {
                Load.pause(Duration.ofMillis(500)).run();
            }
        }
    }

    private List<Owner> owners(int count) throws Owner.Failed {
        var owners = new ArrayList<Owner>();
        for (var i = 0; i < count; i++) {
            owners.add(Owner.signUp(cluster.gateway()));
        }
        return owners;
    }

    private String throughput() throws Exception {
        say("three instances, then one");
        load.run(Load.pause(phase.dividedBy(2)));
        var three = load.run(Load.pause(phase));
        cluster.stop("dangol-2");
        cluster.stop("dangol-3");
        var one = load.run(Load.pause(phase));
        cluster.start("dangol-2");
        cluster.start("dangol-3");
        return """
        | | calls a second | repeated request p50 | p99 | failed |
        |---|---|---|---|---|
        | one instance | %s |
        | three instances | %s |

        """
                .formatted(throughput(one), throughput(three));
    }

    private static String throughput(List<Load.Call> calls) {
        return "%s | %s | %s | %d of %d"
                .formatted(
                        Load.perSecond(calls),
                        Load.repeatMillis(calls, 0.5),
                        Load.repeatMillis(calls, 0.99),
                        calls.size() - Load.answered(calls),
                        calls.size());
    }

    private String memory() throws Exception {
        say("memory under load for %d s".formatted(phase.toSeconds() * LOOKS));
        var rows = new StringBuilder();
        load.run(() -> {
            for (var look = 0; look <= LOOKS; look++) {
                if (look > 0) {
                    Load.pause(phase).run();
                }
                rows.append("| %.1f |".formatted(phase.toSeconds() * look / 60.0));
                for (var each : Cluster.INSTANCES) {
                    rows.append(" %d MB |".formatted(cluster.residentMegabytes(each)));
                }
                rows.append('\n');
            }
        });
        return """
        Resident memory of each process while all owners are busy.

        | minutes | first | second | third |
        |---|---|---|---|
        %s
        """
                .formatted(rows);
    }

    private String rollingRestart() throws Exception {
        say("a rolling restart");
        claude.otherwise(saying(Answers.whole("천천히"), Duration.ofMillis(700), 400));
        var streaming = new boolean[] {true};
        var streams = new ArrayList<Future<int[]>>();
        var owners = owners(3);
        List<Load.Call> calls;
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (var owner : owners) {
                streams.add(threads.submit(() -> streamOn(owner, streaming)));
            }
            calls =
                    load.run(() -> {
                        cluster.restart();
                        streaming[0] = false;
                    });
        }
        claude.otherwise(saying(Answers.whole("다시")));
        var again = load.sentAgain() + owners.stream().mapToInt(Owner::sentAgain).sum();
        var whole = 0;
        var started = 0;
        for (var each : streams) {
            started += each.get()[0];
            whole += each.get()[1];
        }
        var failed = calls.size() - Load.answered(calls);
        check(
                failed == 0,
                "%d calls failed during the rolling restart: %s",
                failed,
                failures(calls));
        check(whole == started, "%d of %d streams ended whole", whole, started);
        return """
        | | |
        |---|---|
        | calls answered | %d |
        | calls failed | %d |
        | sent again, because the gateway had closed an idle connection | %d |
        | streams of about four seconds, one after another, that ended with six plans | %d of %d |

        """
                .formatted(Load.answered(calls), failed, again, whole, started);
    }

    private int[] streamOn(Owner owner, boolean[] going) {
        var counts = new int[2];
        while (going[0]) {
            counts[0]++;
            try {
                var wish = "흐름 %d-%d".formatted(owner.hashCode(), counts[0]);
                var events = owner.stream("/api/recommendations", Load.request("고깃집", "강남구", wish));
                var plans = events.stream().filter("plan"::equals).count();
                counts[1] += plans == 6 && events.getLast().equals("done") ? 1 : 0;
            } catch (Owner.Failed e) {
                broken.add("a stream: " + e.getMessage());
            }
        }
        return counts;
    }

    private String under(Fault fault) throws Exception {
        say(fault.name);
        try {
            fault.prepare();
        } catch (Fault.NotPossibleHere why) {
            return "| %s | - | - | - | not run here: %s |%n"
                    .formatted(fault.name, why.getMessage());
        }
        var injected = new long[1];
        var calls =
                load.run(() -> {
                    injected[0] = System.nanoTime();
                    fault.inject();
                    Load.pause(phase).run();
                    fault.mend();
                    Load.pause(phase.dividedBy(2)).run();
                });
        fault.cleanUp();
        var lastFailure =
                calls.stream()
                        .filter(call -> !call.answered())
                        .mapToLong(Load.Call::endedNanos)
                        .max()
                        .orElse(injected[0]);
        return "| %s | %d | %d | %.1f s | %s |%n"
                .formatted(
                        fault.name,
                        Load.answered(calls),
                        calls.size() - Load.answered(calls),
                        (lastFailure - injected[0]) / 1e9,
                        failures(calls));
    }

    /// Statuses of failed calls and how often they came.
    private static String failures(List<Load.Call> calls) {
        var counts = new HashMap<String, Integer>();
        calls.stream()
                .filter(call -> !call.answered())
                .forEach(call ->
                        counts.merge(call.failure().substring(0, 3).strip(), 1, Integer::sum));
        return counts.entrySet().stream()
                .map(each -> "%s x %d".formatted(each.getKey(), each.getValue()))
                .collect(Collectors.joining(", "));
    }

    private String books() throws Exception {
        say("looking for what was acknowledged");
        try (var database = cluster.database()) {
            var books = new Books(database);
            var settled = books.settle();
            var seen = load.recommendations();
            var closed = load.closedEvents();
            var lostRecommendations = books.lostRecommendations(seen);
            var lostEvents = books.lostEvents(closed);
            var doubled = books.doubledEvents();
            var events = books.closedEvents();
            var cases = books.casesOfEvents();
            var waiting = books.waitingFacts();
            var dead = books.deadFacts();
            check(waiting == 0, "%d facts still wait after %.0f s", waiting, settled);
            check(dead.isEmpty(), "facts set aside: %s", dead);
            check(books.setAside() == 0, "%d cases set aside", books.setAside());
            check(lostRecommendations == 0, "%d recommendations lost", lostRecommendations);
            check(lostEvents == 0, "%d outcomes lost", lostEvents);
            check(doubled == 0, "%d events or outcomes twice", doubled);
            check(cases == events, "%d closed events, %d cases", events, cases);
            var findable = books.findableCases();
            var found = found(findable);
            check(
                    found.stream().allMatch(each -> each == findable),
                    "%s cases found of %d",
                    found,
                    findable);
            var ended = claude.endedInputTokens() / 3000;
            return """
            | | acknowledged | lost | doubled |
            |---|---|---|---|
            | recommendations in the history | %d | %d | 0 (primary key) |
            | events taken to their outcome | %d | %d | %d |
            | cases learned from closed events | %d | %d | %d |
            | cases embedded and findable, instance by instance | %d | %d, %d, %d | %d, %d, %d |

            All facts had been worked off %.1f s after the last fault: %d wait, %d facts and %d cases were set
            aside. The vendor ended %d calls, the ledger holds %d rows of ended calls; a difference were
            under way in the instance that was killed.

            """
                    .formatted(
                            seen.size(),
                            lostRecommendations,
                            closed.size(),
                            lostEvents,
                            doubled,
                            events,
                            Math.max(0, events - cases),
                            Math.max(0, cases - events),
                            findable,
                            Math.max(0, findable - found.get(0)),
                            Math.max(0, findable - found.get(1)),
                            Math.max(0, findable - found.get(2)),
                            Math.max(0, found.get(0) - findable),
                            Math.max(0, found.get(1) - findable),
                            Math.max(0, found.get(2) - findable),
                            settled,
                            waiting,
                            dead.size(),
                            books.setAside(),
                            ended,
                            books.ledgerRows());
        }
    }

    /// How many cases each instance can find, once it has as many as wanted or a minute has passed.
    private List<Long> found(long wanted) throws Exception {
        var found = new ArrayList<Long>();
        var until = System.nanoTime() + TimeUnit.MINUTES.toNanos(1);
        for (var each : Cluster.INSTANCES) {
            var size = (long) cluster.gauge(each, INDEX_SIZE);
            while (size != wanted && System.nanoTime() < until) {
                Load.pause(Duration.ofMillis(500)).run();
                size = (long) cluster.gauge(each, INDEX_SIZE);
            }
            found.add(size);
        }
        return found;
    }

    private void check(boolean holds, String complaint, Object... values) {
        if (!holds) {
            broken.add(complaint.formatted(values));
        }
    }

    private interface Task<T> {
        T run(int number) throws Exception;
    }

    private static <T> List<T> all(int count, Task<T> task) throws Exception {
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var futures =
                    IntStream.range(0, count)
                            .mapToObj(i -> threads.submit(() -> task.run(i)))
                            .toList();
            var results = new ArrayList<T>();
            for (var future : futures) {
                results.add(future.get());
            }
            return results;
        }
    }

    private static void say(String what) {
        System.err.println("== " + what);
    }
}
