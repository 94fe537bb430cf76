package kr.dangol.languagemodel;

import static kr.dangol.testing.FakeClaude.failing;
import static kr.dangol.testing.FakeClaude.saying;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import io.github.resilience4j.circuitbreaker.CircuitBreakerConfig;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import kr.dangol.languagemodel.LanguageModelProperties.ModelTuple;
import kr.dangol.languagemodel.LanguageModelProperties.Price;
import kr.dangol.languagemodel.LanguageModelProperties.Thinking;
import kr.dangol.languagemodel.ModelAnswer.Asked;
import kr.dangol.languagemodel.ModelAnswer.Ending;
import kr.dangol.languagemodel.ModelAnswer.NotAsked;
import kr.dangol.languagemodel.ModelAnswer.Reason;
import kr.dangol.languagemodel.ModelAnswer.TokenUsage;
import kr.dangol.languagemodel.anthropic.ClaudeClient;
import kr.dangol.platform.Deadline;
import kr.dangol.testing.FakeClaude;
import org.awaitility.Awaitility;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/// The bounded model with the real SDK against a fake vendor over real HTTP.
class BoundedLanguageModelTest {

    private static final String KEY = "test-key";
    private static final String TEXT = "{\"인사\":\"안녕하세요, 단골입니다\"}";

    private final FakeClaude claude = new FakeClaude(KEY, saying(TEXT));
    private final List<UsageLedger.Call> calls = new CopyOnWriteArrayList<>();
    private final StringBuilder heard = new StringBuilder();
    private final Clock clock = Clock.system(ZoneId.of("Asia/Seoul"));

    @AfterEach
    void closeFake() {
        claude.close();
    }

    @Test
    void streamsTheTextAndWritesTheCallDown() {
        var answer = (Asked) ask(model());

        assertThat(heard).hasToString(TEXT);
        assertThat(answer.ending()).isEqualTo(Ending.COMPLETE);
        var pieces = FakeClaude.pieces(TEXT).size();
        assertThat(answer.usage()).isEqualTo(new TokenUsage(800, 0, 2200, pieces, false));
        assertThat(calls)
                .singleElement()
                .satisfies(call -> {
                    assertThat(call.requestId()).isEqualTo("req_fake");
                    assertThat(call.stopReason()).isEqualTo("end_turn");
                    assertThat(call.firstToken()).isNotNull();
                    // 800 × 0.10 + 2,200 × 0.01 + pieces × 0.50 millionths of a dollar
                    assertThat(call.microUsd()).isEqualTo(Math.round(80 + 22 + pieces * 0.5));
                });
        assertThat(claude.complaints()).isEmpty();
    }

    @Test
    void sendsSchemaInOrderWithCachedSystemPromptAndNoSampling() {
        ask(model());

        var body = claude.requests().getFirst();
        assertThat(body.path("stream").asBoolean()).isTrue();
        assertThat(body.at("/system/0/cache_control/type").asString()).isEqualTo("ephemeral");
        assertThat(body.at("/thinking/type").asString()).isEqualTo("disabled");
        assertThat(body.at("/output_config/effort").asString()).isEqualTo("low");
        assertThat(body.at("/output_config/format/schema/properties").propertyNames())
                .containsExactly("zebra", "ant");
        assertThat(body.has("temperature")).isFalse();
    }

    @Test
    void triesOnceMoreWhenTheVendorFailsBeforeTheFirstText() {
        claude.then(failing(529, "overloaded_error"));

        assertThat(((Asked) ask(model())).ending()).isEqualTo(Ending.COMPLETE);

        assertThat(heard).hasToString(TEXT);
        assertThat(calls)
                .extracting(UsageLedger.Call::ending)
                .containsExactly(Ending.FAILED, Ending.COMPLETE);
    }

    @Test
    void neverTriesMoreThanOnceAgain() {
        claude.otherwise(failing(500, "api_error"));

        assertThat(((Asked) ask(model())).ending()).isEqualTo(Ending.FAILED);

        assertThat(claude.requests()).hasSize(2);
    }

    @Test
    void waitsForAShortRetryAfterOnly() {
        claude.then(failing(429, "rate_limit_error", 1));
        assertThat(((Asked) ask(model())).ending()).isEqualTo(Ending.COMPLETE);

        claude.then(failing(429, "rate_limit_error", 30));
        assertThat(((Asked) ask(model())).ending()).isEqualTo(Ending.FAILED);

        assertThat(claude.requests()).hasSize(3);
    }

    @Test
    void doesNotRepeatASpendLimitOrABadRequestOrABillingProblem() {
        for (var behaviour :
                List.of(
                        failing(429, "rate_limit_error"),
                        failing(400, "invalid_request_error"),
                        failing(402, "billing_error"))) {
            claude.then(behaviour);
            assertThat(((Asked) ask(model())).ending()).isEqualTo(Ending.FAILED);
        }
        assertThat(claude.requests()).hasSize(3);
    }

    @Test
    void aRefusedKeyIsNotTriedAgainForAWhile() {
        var model = model("wrong-key", 50, null);

        assertThat(((Asked) ask(model)).ending()).isEqualTo(Ending.FAILED);
        assertThat(model.isKeyRefused()).isTrue();
        assertThat(ask(model)).isEqualTo(new NotAsked(Reason.KEY_REFUSED));
    }

    @Test
    void aPlainTextErrorIsSurvived() {
        claude.then(stream ->
                stream.failWith(503, "upstream gone", Map.of("content-type", "text/plain")));

        assertThat(((Asked) ask(model())).ending()).isEqualTo(Ending.COMPLETE);
    }

    @Test
    void whatWasSaidBeforeAnErrorStaysAndIsNotRepeated() {
        claude.then(stream -> {
            stream.begin(10, 0, 0);
            stream.text("first");
            stream.event(
                    "error",
                    "{\"type\":\"error\",\"error\":{\"type\":\"overloaded_error\",\"message\":\"x\"}}");
        });

        var answer = (Asked) ask(model());

        assertThat(answer.ending()).isEqualTo(Ending.FAILED);
        assertThat(answer.usage().estimated()).isTrue();
        assertThat(heard).hasToString("first");
        assertThat(claude.requests()).hasSize(1);
    }

    @Test
    void anEarlyEndIsAFailureEvenWithoutAnError() {
        claude.then(stream -> {
            stream.begin(10, 0, 0);
            stream.text("half");
            stream.breakOff();
        });

        assertThat(((Asked) ask(model())).ending()).isEqualTo(Ending.FAILED);
    }

    @Test
    void aRefusalAndATokenLimitAreToldApart() {
        claude.then(stream -> {
            stream.begin(10, 0, 0);
            stream.end("refusal", 10, 1);
        });
        assertThat(((Asked) ask(model())).ending()).isEqualTo(Ending.REFUSED);

        claude.then(stream -> {
            stream.begin(10, 0, 0);
            stream.text("half");
            stream.end("max_tokens", 10, 5);
        });
        assertThat(((Asked) ask(model())).ending()).isEqualTo(Ending.TRUNCATED);
    }

    @Test
    void isCutAtTheDeadlineAndKeepsWhatWasSaid() {
        claude.then(saying("가".repeat(4000), Duration.ZERO, 100));
        var started = System.nanoTime();

        var answer = (Asked) ask(model(), Duration.ofMillis(900));

        assertThat(answer.ending()).isEqualTo(Ending.TIMED_OUT);
        assertThat(Duration.ofNanos(System.nanoTime() - started)).isLessThan(Duration.ofSeconds(3));
        assertThat(heard).isNotEmpty();
        assertThat(answer.usage().estimated()).isTrue();
        assertThat(answer.usage().outputTokens()).isPositive();
    }

    @Test
    void aStalledStreamIsCutBeforeTheDeadline() {
        claude.then(stream -> {
            stream.begin(10, 0, 0);
            stream.text("half");
            stream.stall(Duration.ofSeconds(20));
        });
        var started = System.nanoTime();

        assertThat(((Asked) ask(model())).ending()).isEqualTo(Ending.TIMED_OUT);

        assertThat(Duration.ofNanos(System.nanoTime() - started)).isLessThan(Duration.ofSeconds(6));
    }

    @Test
    void anInterruptedThreadClosesTheCallWithinASecond() throws Exception {
        claude.then(saying("가".repeat(40_000), Duration.ZERO, 200));
        var model = model();
        var began = new CountDownLatch(1);
        var answer = new AtomicReference<ModelAnswer>();
        var thread =
                Thread.startVirtualThread(() ->
                        answer.set(
                                model.ask(request(Duration.ofSeconds(8)), _ -> began.countDown())));
        assertThat(began.await(5, TimeUnit.SECONDS)).isTrue();

        thread.interrupt();

        assertThat(thread.join(Duration.ofSeconds(1))).isTrue();
        assertThat(((Asked) answer.get()).ending()).isEqualTo(Ending.ABANDONED);
        Awaitility.await()
                .atMost(Duration.ofSeconds(2))
                .untilAsserted(() -> assertThat(claude.abandoned()).isEqualTo(1));
        assertThat(calls).hasSize(1);
    }

    @Test
    void aListenerThatThrowsClosesTheCallWhichIsStillWrittenDown() {
        claude.then(saying("가".repeat(40_000), Duration.ZERO, 500));

        assertThatThrownBy(() ->
                        model().ask(
                                        request(Duration.ofSeconds(8)),
                                        _ -> {
                                            throw new IllegalStateException("enough");
                                        }))
                .hasMessage("enough");
        assertThat(calls)
                .singleElement()
                .extracting(UsageLedger.Call::ending)
                .isEqualTo(Ending.ABANDONED);
    }

    @Test
    void makesNoMoreCallsThanAMinuteHolds() {
        var model = model(KEY, 3, null);

        for (var i = 0; i < 3; i++) {
            assertThat(ask(model)).isInstanceOf(Asked.class);
        }

        assertThat(ask(model)).isEqualTo(new NotAsked(Reason.RATE_LIMITED));
        assertThat(claude.requests()).hasSize(3);
    }

    @Test
    void makesNoCallOnceTheDaysMoneyIsSpent() {
        var model = model(KEY, 50, 1L);
        assertThat(ask(model)).isInstanceOf(Asked.class);

        assertThat(ask(model)).isEqualTo(new NotAsked(Reason.OVER_BUDGET));
    }

    @Test
    void restsAfterManyFailures() {
        claude.otherwise(failing(400, "invalid_request_error"));
        var model = model();
        for (var i = 0; i < 10; i++) {
            ask(model);
        }

        assertThat(ask(model)).isEqualTo(new NotAsked(Reason.RESTING));
        assertThat(claude.requests()).hasSize(10);
    }

    @Test
    void aModelWithoutATupleIsRefusedAtStart() {
        assertThatThrownBy(() -> properties(KEY, 50, null, "claude-unknown").tuple())
                .hasMessageContaining("claude-unknown");
    }

    private ModelAnswer ask(BoundedLanguageModel model) {
        // Long enough that a slow machine does not use up the time a retry needs.
        return ask(model, Duration.ofSeconds(30));
    }

    private ModelAnswer ask(BoundedLanguageModel model, Duration time) {
        return model.ask(request(time), heard::append);
    }

    private ModelRequest request(Duration time) {
        var properties = new LinkedHashMap<String, Object>();
        properties.put("zebra", Map.of("type", "string"));
        properties.put("ant", Map.of("type", "string"));
        var schema = new LinkedHashMap<String, Object>();
        schema.put("type", "object");
        schema.put("additionalProperties", false);
        schema.put("required", List.of("zebra", "ant"));
        schema.put("properties", properties);
        return new ModelRequest("plans", null, "system", "user", schema, 1600, Deadline.in(time));
    }

    private BoundedLanguageModel model() {
        return model(KEY, 50, null);
    }

    private static CallLimiter atMost(int calls) {
        var left = new AtomicInteger(calls);
        return _ -> left.getAndUpdate(each -> Math.max(0, each - 1)) > 0;
    }

    private BoundedLanguageModel model(String key, int perMinute, @Nullable Long budget) {
        var properties = properties(key, perMinute, budget, "claude-haiku-5-5");
        var prices = new PriceTable(properties.prices(), properties.krwPerUsd());
        var breaker =
                CircuitBreaker.of(
                        "test",
                        CircuitBreakerConfig.custom()
                                .slidingWindowSize(20)
                                .minimumNumberOfCalls(10)
                                .build());
        return new BoundedLanguageModel(
                new ClaudeClient(key, claude.baseUrl()),
                properties,
                new BoundedLanguageModel.Bounds(
                        atMost(perMinute), new DailyBudget(budget, prices, _ -> 0, clock), breaker),
                new BoundedLanguageModel.Books(prices, calls::add, new SimpleMeterRegistry()),
                clock,
                new Random(1));
    }

    private LanguageModelProperties properties(
            String key, int perMinute, @Nullable Long budget, String model) {
        return new LanguageModelProperties(
                key,
                model,
                claude.baseUrl(),
                perMinute,
                budget,
                1400,
                LocalDate.of(2026, 11, 1),
                Duration.ofSeconds(8),
                Duration.ofSeconds(3),
                Duration.ofMillis(5800),
                List.of(new ModelTuple("claude-haiku-5-5", Thinking.DISABLED, "low")),
                List.of(
                        new Price(
                                "claude-haiku-5-5",
                                LocalDate.of(2026, 10, 7),
                                new BigDecimal("0.10"),
                                new BigDecimal("0.50"),
                                new BigDecimal("0.01"),
                                100_000L,
                                new BigDecimal("0.50"),
                                new BigDecimal("2.50"),
                                new BigDecimal("0.05"))));
    }
}
