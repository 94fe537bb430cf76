package kr.dangol.benchmarks.cluster;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.IntStream;
import kr.dangol.benchmarks.client.Owner;

/// What owners do all day, over and over: of ten requests six ask what was asked before, two ask
/// something new, one looks at its events, and one takes an event from its recommendation to its
/// outcome. Keeps what was acknowledged, so that it can be looked for afterwards.
final class Load {

    /// One call and how it ended.
    record Call(String kind, long startedNanos, long endedNanos, boolean answered, String failure) {

        double millis() {
            return (endedNanos - startedNanos) / 1e6;
        }
    }

    private static final List<String> DISTRICTS =
            List.of("강남구", "마포구", "송파구", "종로구", "관악구", "노원구", "강서구", "은평구", "중랑구", "성북구");
    private static final String FIRST_TIME = "new";
    private static final String REPEAT = "repeat";

    private final List<Owner> owners;
    private final AtomicInteger wishes = new AtomicInteger();
    private final Queue<Call> calls = new ConcurrentLinkedQueue<>();
    private final Map<String, Boolean> recommendations = new ConcurrentHashMap<>();
    private final Map<String, Integer> closedEvents = new ConcurrentHashMap<>();

    Load(List<Owner> owners) {
        this.owners = owners;
    }

    /// Ids of all recommendations that an owner has seen.
    List<String> recommendations() {
        return List.copyOf(recommendations.keySet());
    }

    int sentAgain() {
        return owners.stream().mapToInt(Owner::sentAgain).sum();
    }

    /// The participants of each event whose outcome was acknowledged, by the event's id.
    Map<String, Integer> closedEvents() {
        return Map.copyOf(closedEvents);
    }

    /// Works with as many hands as there are owners until `during` has ended.
    List<Call> run(ThrowingRunnable during) throws Exception {
        return runAt(Integer.MAX_VALUE, during);
    }

    /// The same, but never faster than so many calls a second.
    List<Call> runAt(int perSecond, ThrowingRunnable during) throws Exception {
        var gap = TimeUnit.SECONDS.toNanos(owners.size()) / perSecond;
        calls.clear();
        var working = new boolean[] {true};
        var hands =
                owners.stream()
                        .map(owner ->
                                Thread.ofVirtual()
                                        .start(() -> {
                                            while (working[0]) {
                                                var next = System.nanoTime() + gap;
                                                oneCall(owner);
                                                LockSupport.parkNanos(next - System.nanoTime());
                                            }
                                        }))
                        .toList();
        try {
            during.run();
        } finally {
            working[0] = false;
            for (var hand : hands) {
                hand.join();
            }
        }
        return new ArrayList<>(calls);
    }

    /// What the faults do while the load goes on.
    @FunctionalInterface
    interface ThrowingRunnable {
        void run() throws Exception;
    }

    static ThrowingRunnable pause(Duration time) {
        return () -> TimeUnit.NANOSECONDS.sleep(time.toNanos());
    }

    /// The ten requests that are asked again and again.
    static List<Map<String, Object>> repeated() {
        return DISTRICTS.stream().map(district -> request("미용실", district, "")).toList();
    }

    private void oneCall(Owner owner) {
        var dice = ThreadLocalRandom.current().nextInt(10);
        if (dice < 6) {
            timed(
                    REPEAT,
                    () ->
                            recommend(
                                    owner,
                                    repeated().get(ThreadLocalRandom.current().nextInt(10))));
        } else if (dice < 8) {
            timed(FIRST_TIME, () -> recommend(owner, anything("고깃집")));
        } else if (dice < 9) {
            timed("events", () -> owner.get("/api/events"));
        } else {
            wholeEvent(owner);
        }
    }

    private void wholeEvent(Owner owner) {
        var participants = ThreadLocalRandom.current().nextInt(20, 200);
        var id = new String[1];
        var planned =
                timed(
                        "write",
                        () -> {
                            var recommendation = recommend(owner, anything("펜션"));
                            var event =
                                    owner.post(
                                            "/api/recommendations/%s/selection"
                                                    .formatted(recommendation),
                                            Map.of("option", "low-offline"));
                            id[0] = event.get("id").asString();
                        });
        if (planned) {
            timed(
                    "write",
                    () -> {
                        owner.patch("/api/events/" + id[0], Map.of("status", "running"));
                        owner.post(
                                "/api/events/%s/performance".formatted(id[0]),
                                Map.of(
                                        "participants",
                                        participants,
                                        "cost",
                                        250_000,
                                        "revenue",
                                        900_000));
                        closedEvents.put(id[0], participants);
                    });
        }
    }

    private String recommend(Owner owner, Map<String, Object> request) throws Owner.Failed {
        var answer = owner.post("/api/recommendations", request);
        var id = answer.at("/data/id").asString();
        recommendations.put(id, true);
        return id;
    }

    private Map<String, Object> anything(String businessType) {
        return request(businessType, "강남구", "바람 %d번".formatted(wishes.incrementAndGet()));
    }

    static Map<String, Object> request(String businessType, String district, String wish) {
        return Map.of(
                "eventPurpose",
                "신규고객유치",
                "wish",
                wish,
                "storeInfo",
                Map.of(
                        "businessType",
                        businessType,
                        "location",
                        Map.of("city", "서울", "district", district)));
    }

    private interface Step {
        void run() throws Owner.Failed;
    }

    private boolean timed(String kind, Step step) {
        var started = System.nanoTime();
        try {
            step.run();
            calls.add(new Call(kind, started, System.nanoTime(), true, ""));
            return true;
        } catch (Owner.Failed e) {
            calls.add(
                    new Call(
                            kind,
                            started,
                            System.nanoTime(),
                            false,
                            String.valueOf(e.getMessage())));
            return false;
        }
    }

    static String perSecond(List<Call> calls) {
        var first = calls.stream().mapToLong(Call::startedNanos).min().orElse(0);
        var last = calls.stream().mapToLong(Call::endedNanos).max().orElse(1);
        return "%.0f".formatted(answered(calls) / ((last - first) / 1e9));
    }

    static long answered(List<Call> calls) {
        return calls.stream().filter(Call::answered).count();
    }

    /// @param share 0.99 for the 99th percentile
    static String repeatMillis(List<Call> calls, double share) {
        var sorted =
                calls.stream()
                        .filter(call -> call.kind().equals(REPEAT) && call.answered())
                        .mapToDouble(Call::millis)
                        .sorted()
                        .toArray();
        return sorted.length == 0
                ? "-"
                : "%.0f ms".formatted(sorted[(int) Math.ceil(share * sorted.length) - 1]);
    }

    /// Owners who have just signed up.
    static Load of(int hands, java.net.URI gateway) throws Owner.Failed {
        var owners = new ArrayList<Owner>();
        for (var i : IntStream.range(0, hands).toArray()) {
            owners.add(Owner.signUp(gateway));
        }
        return new Load(owners);
    }
}
