package kr.dangol.languagemodel;

import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tags;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import java.util.random.RandomGenerator;
import java.util.stream.Collectors;
import kr.dangol.languagemodel.ModelAnswer.Asked;
import kr.dangol.languagemodel.ModelAnswer.Ending;
import kr.dangol.languagemodel.ModelAnswer.NotAsked;
import kr.dangol.languagemodel.ModelAnswer.Reason;
import kr.dangol.languagemodel.ModelClient.Failure;
import kr.dangol.languagemodel.ModelClient.Reply;
import kr.dangol.platform.Deadline;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// A vendor's client kept in bounds. One retry at most, only before the first text and only when
/// what is left of the deadline still holds an answer.
final class BoundedLanguageModel implements LanguageModel {

    private static final Logger LOG = LoggerFactory.getLogger(BoundedLanguageModel.class);
    private static final Duration ASK_AGAIN_AFTER_KEY_REFUSED = Duration.ofMinutes(5);
    private static final Duration SHORTEST_CALL = Duration.ofMillis(500);
    private static final int RETRY_PAUSE_MILLIS = 200;

    private final ModelClient client;
    private final LanguageModelProperties properties;
    private final CallLimiter limiter;
    private final DailyBudget budget;
    private final CircuitBreaker breaker;
    private final PriceTable prices;
    private final Consumer<UsageLedger.Call> ledger;
    private final MeterRegistry meters;
    private final Clock clock;
    private final RandomGenerator random;
    private final AtomicReference<@Nullable Instant> keyRefusedAt = new AtomicReference<>();

    /// The parts that keep calls in bounds.
    record Bounds(CallLimiter limiter, DailyBudget budget, CircuitBreaker breaker) {}

    /// Where calls are written down.
    record Books(PriceTable prices, Consumer<UsageLedger.Call> ledger, MeterRegistry meters) {}

    BoundedLanguageModel(
            ModelClient client,
            LanguageModelProperties properties,
            Bounds bounds,
            Books books,
            Clock clock,
            RandomGenerator random) {
        this.client = client;
        this.properties = properties;
        this.limiter = bounds.limiter();
        this.budget = bounds.budget();
        this.breaker = bounds.breaker();
        this.prices = books.prices();
        this.ledger = books.ledger();
        this.meters = books.meters();
        this.clock = clock;
        this.random = random;
    }

    @Override
    public Optional<String> modelId() {
        return Optional.of(properties.model());
    }

    @Override
    public Set<String> models() {
        return properties.models().stream()
                .map(LanguageModelProperties.ModelTuple::id)
                .collect(Collectors.toUnmodifiableSet());
    }

    /// Whether the vendor refused our key lately.
    boolean isKeyRefused() {
        var at = keyRefusedAt.get();
        return at != null && clock.instant().isBefore(at.plus(ASK_AGAIN_AFTER_KEY_REFUSED));
    }

    @Override
    public ModelAnswer ask(ModelRequest request, Consumer<String> onText) {
        var reason = whyNot(request);
        if (reason != null) {
            count("not_asked", request.task(), reason.name().toLowerCase(Locale.ROOT));
            return new NotAsked(reason);
        }
        var listener = new Listener(onText);
        var answer = askBounded(request, listener);
        listener.rethrow();
        return answer;
    }

    private ModelAnswer askBounded(ModelRequest request, Consumer<String> onText) {
        var first = call(request, onText);
        var pause = pauseBeforeRetry(first, request.deadline());
        if (pause == null || !slept(pause) || !maySpeakAgain(request)) {
            return first.answer();
        }
        return call(request, onText).answer();
    }

    private @Nullable Reason whyNot(ModelRequest request) {
        if (isKeyRefused()) {
            return Reason.KEY_REFUSED;
        }
        if (request.deadline().remaining().compareTo(SHORTEST_CALL) < 0) {
            return Reason.TOO_LATE;
        }
        if (budget.isSpent()) {
            return Reason.OVER_BUDGET;
        }
        if (!breaker.tryAcquirePermission()) {
            return Reason.RESTING;
        }
        if (limiter.tryTake(request.owner())) {
            return null;
        }
        breaker.releasePermission();
        return Reason.RATE_LIMITED;
    }

    /// The retry is a second call and takes its own place in the minute.
    private boolean maySpeakAgain(ModelRequest request) {
        return whyNot(request) == null;
    }

    private record Attempt(Reply reply, ModelAnswer.Asked answer) {}

    private Attempt call(ModelRequest request, Consumer<String> onText) {
        var startedAt = clock.instant();
        var nanos = System.nanoTime();
        var timeout = min(properties.maxDuration(), request.deadline().remaining());
        var reply =
                client.stream(
                        properties.tuple(modelOf(request)),
                        request,
                        timeout,
                        properties.stallAfter(),
                        onText);
        var total = Duration.ofNanos(System.nanoTime() - nanos);
        judge(reply, total);
        var microUsd =
                prices.microUsd(
                        modelOf(request),
                        LocalDate.ofInstant(startedAt, clock.getZone()),
                        reply.usage());
        budget.spend(microUsd);
        var answer =
                new Asked(modelOf(request), ending(reply), reply.usage(), prices.krw(microUsd));
        writeDown(request, startedAt, reply, answer, microUsd, total);
        return new Attempt(reply, answer);
    }

    /// Tells the breaker. A call that we cut while text flowed says nothing against the vendor, and
    /// a wrong key or an owner who left even less.
    private void judge(Reply reply, Duration total) {
        var failure = reply.failure();
        if (failure == null || failure.kind() == Failure.Kind.TIMEOUT && reply.hasBegun()) {
            breaker.onSuccess(total.toNanos(), TimeUnit.NANOSECONDS);
            keyRefusedAt.set(null);
            return;
        }
        switch (failure.kind()) {
            case KEY -> refuseKey(failure);
            case INTERRUPTED, LISTENER -> breaker.releasePermission();
            default ->
                    breaker.onError(
                            total.toNanos(),
                            TimeUnit.NANOSECONDS,
                            new IllegalStateException(failure.kind().name()));
        }
    }

    private void refuseKey(Failure failure) {
        if (keyRefusedAt.getAndSet(clock.instant()) == null) {
            LOG.error(
                    "CLAUDE_API_KEY was refused (status {}); the built-in planner serves until it is replaced",
                    failure.status());
        }
        breaker.releasePermission();
    }

    private static Ending ending(Reply reply) {
        var failure = reply.failure();
        if (failure != null) {
            return switch (failure.kind()) {
                case TIMEOUT -> Ending.TIMED_OUT;
                case INTERRUPTED, LISTENER -> Ending.ABANDONED;
                default -> Ending.FAILED;
            };
        }
        return switch (String.valueOf(reply.stopReason())) {
            case "end_turn" -> Ending.COMPLETE;
            case "max_tokens", "model_context_window_exceeded" -> Ending.TRUNCATED;
            case "refusal" -> Ending.REFUSED;
            default -> Ending.FAILED;
        };
    }

    /// How long to wait before the one retry; null when none is worth it.
    private @Nullable Duration pauseBeforeRetry(Attempt attempt, Deadline deadline) {
        var failure = attempt.reply().failure();
        if (failure == null || attempt.reply().hasBegun()) {
            return null;
        }
        var pause =
                switch (failure.kind()) {
                    // Without a wish this is a spend limit, which never recovers by waiting.
                    case RATE_LIMIT -> failure.retryAfter();
                    case SERVER, NETWORK ->
                            Optional.ofNullable(failure.retryAfter())
                                    .orElseGet(() ->
                                            Duration.ofMillis(random.nextInt(RETRY_PAUSE_MILLIS)));
                    case KEY, BILLING, REQUEST, TIMEOUT, INTERRUPTED, LISTENER -> null;
                };
        if (pause == null) {
            return null;
        }
        var needed = pause.plus(properties.expectedAnswerTime());
        return deadline.remaining().compareTo(needed) < 0 ? null : pause;
    }

    private static boolean slept(Duration pause) {
        try {
            Thread.sleep(pause);
            return true;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private void writeDown(
            ModelRequest request,
            Instant startedAt,
            Reply reply,
            Asked answer,
            long microUsd,
            Duration total) {
        count("tokens.in", request, answer.usage().totalInputTokens());
        count("tokens.out", request, answer.usage().outputTokens());
        meters.timer("dangol.languagemodel.call", tags(request, answer.ending().key()))
                .record(total);
        if (reply.firstToken() != null) {
            meters.timer("dangol.languagemodel.first.token", "task", request.task())
                    .record(reply.firstToken());
        }
        var failure = reply.failure();
        LOG.info(
                "model call task={} model={} ending={} tokensIn={} tokensOut={} elapsed={} detail={}",
                request.task(),
                answer.model(),
                answer.ending().key(),
                answer.usage().totalInputTokens(),
                answer.usage().outputTokens(),
                total.toMillis(),
                failure == null ? "-" : failure.kind() + " " + failure.status());
        ledger.accept(
                new UsageLedger.Call(
                        UUID.randomUUID(),
                        startedAt,
                        request.task(),
                        answer.model(),
                        answer.ending(),
                        reply.stopReason(),
                        reply.requestId(),
                        answer.usage(),
                        microUsd,
                        answer.costKrw(),
                        reply.firstToken(),
                        total));
    }

    private void count(String name, ModelRequest request, long amount) {
        meters.counter(
                        "dangol.languagemodel." + name,
                        "task",
                        request.task(),
                        "model",
                        modelOf(request))
                .increment(amount);
    }

    private void count(String name, String task, String reason) {
        meters.counter("dangol.languagemodel." + name, "task", task, "reason", reason).increment();
    }

    private Tags tags(ModelRequest request, String ending) {
        return Tags.of("task", request.task(), "model", modelOf(request), "ending", ending);
    }

    private String modelOf(ModelRequest request) {
        return request.model() == null ? properties.model() : request.model();
    }

    private static Duration min(Duration one, Duration other) {
        return one.compareTo(other) < 0 ? one : other;
    }

    /// Remembers what the caller's listener threw until the call is closed and written down.
    private static final class Listener implements Consumer<String> {

        private final Consumer<String> onText;
        private @Nullable RuntimeException thrown;

        Listener(Consumer<String> onText) {
            this.onText = onText;
        }

        @Override
        public void accept(String text) {
            try {
                onText.accept(text);
            } catch (RuntimeException e) {
                thrown = e;
                throw e;
            }
        }

        void rethrow() {
            if (thrown != null) {
                throw thrown;
            }
        }
    }
}
