package kr.dangol.casebook.openai;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.random.RandomGeneratorFactory;
import java.util.stream.IntStream;
import kr.dangol.casebook.EmbeddingsBilled;
import kr.dangol.casebook.openai.OpenAiEmbedder.KnownVector;
import kr.dangol.casebook.outside.OutsideHealth;
import kr.dangol.casebook.outside.OutsideService;
import kr.dangol.casebook.sample.SampleBook;
import kr.dangol.casebook.search.Embedder;
import kr.dangol.casebook.search.EmbedderContract;
import kr.dangol.casebook.search.PrecedentText;
import kr.dangol.casebook.search.SearchUnavailable;
import kr.dangol.platform.cache.Caches;
import kr.dangol.platform.cache.InProcess;
import kr.dangol.testing.FakeOpenAi;
import kr.dangol.testing.Faults;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/// Over real HTTP, against the format that the vendor has published.
class OpenAiEmbedderTest extends EmbedderContract {

    private static final String KEY = "sk-test";
    private static final Duration SOON = Duration.ofMillis(400);

    private final FakeOpenAi vendor = new FakeOpenAi(KEY);
    private final List<EmbeddingsBilled> bills = Collections.synchronizedList(new ArrayList<>());
    private final OutsideService service = service(KEY);
    private final Embedder embedder = embedders(service, 3_072).configured();

    @Override
    protected Embedder embedder() {
        return embedder;
    }

    @AfterEach
    void theVendorHadNothingToComplainAbout() {
        vendor.close();
        assertThat(vendor.complaints()).isEmpty();
    }

    @Test
    void asksForManyTextsInFewCallsWithinTheLimits() {
        var long1 = "가".repeat(2_000);
        var texts =
                IntStream.range(0, 500)
                        .mapToObj(i -> PrecedentText.ofWords(i + " " + long1))
                        .toList();
        assertThat(embedder.embed(texts)).hasSize(500);
        assertThat(vendor.largestBatch()).isBetween(40, 49);
        assertThat(vendor.calls()).isLessThan(13);
    }

    @Test
    void cutsWhatIsTooLongForTheService() {
        assertThat(vector("가나다".repeat(5_000)).dimensions()).isEqualTo(3_072);
    }

    @Test
    void aShorterLengthIsAnotherModel() {
        var shorter = embedders(service, 256).configured();
        assertThat(shorter.embed(List.of(PrecedentText.ofWords("카페"))).getFirst().dimensions())
                .isEqualTo(256);
        assertThat(shorter.model()).isNotEqualTo(embedder.model());
        assertThat(embedders(service, 3_072).find(shorter.model()).orElseThrow().dimensions())
                .isEqualTo(256);
        assertThat(embedders(service, 3_072).find("dangol-korean-2")).isEmpty();
    }

    @Test
    void billsEveryCallByThePriceOfTheDay() {
        embedder.embed(SampleBook.shipped().stream().limit(50).map(PrecedentText::of).toList());
        assertThat(bills)
                .singleElement()
                .satisfies(bill -> {
                    assertThat(bill.tokens()).isEqualTo(vendor.tokens()).isPositive();
                    assertThat(bill.microUsd()).isEqualTo((long) Math.ceil(vendor.tokens() * 0.13));
                    assertThat(bill.texts()).isEqualTo(50);
                    assertThat(bill.outcome()).isEqualTo("complete");
                });
    }

    @Test
    void asksForAQuestionOnce() {
        var question = PrecedentText.ofWords("비 오는 날 할인");
        var first = embedder.embedQuestion(question, SOON);
        assertThat(embedder.embedQuestion(question, SOON)).isEqualTo(first);
        assertThat(vendor.calls()).isEqualTo(1);
    }

    @Test
    void faultsThatPassAreLivedThrough() {
        var random = RandomGeneratorFactory.of("L64X128MixRandom").create(7);
        vendor.with(new Faults(random, 0.4));
        var texts = SampleBook.shipped().stream().limit(40).map(PrecedentText::of).toList();
        var done = 0;
        for (var text : texts) {
            try {
                embedder.embed(List.of(text));
                done++;
            } catch (SearchUnavailable refusedAtRandom) {
                assertThat(refusedAtRandom).hasMessageContaining("401");
            }
        }
        assertThat(done).isGreaterThan(30);
    }

    @Test
    void doesNotAskAgainWhenTheMoneyHasRunOut() {
        vendor.runOutOfMoney(true);
        assertThatThrownBy(() -> vector("카페"))
                .isInstanceOf(SearchUnavailable.class)
                .hasMessageContaining("insufficient_quota");
        assertThat(vendor.calls()).isEqualTo(1);
        assertThat(new OutsideHealth(service).health().getStatus().getCode()).isEqualTo("DEGRADED");
        vendor.runOutOfMoney(false);
        vector("카페");
        assertThat(service.problem()).isEmpty();
    }

    @Test
    void aWrongKeyIsAskedOnceAndShown() {
        var wrong = service("sk-wrong");
        var refused = embedders(wrong, 3_072).configured();
        assertThatThrownBy(() -> refused.embed(List.of(PrecedentText.ofWords("카페"))))
                .isInstanceOf(SearchUnavailable.class);
        assertThat(vendor.calls()).isEqualTo(1);
        assertThat(wrong.problem()).contains("OPENAI_API_KEY was refused (401)");
    }

    @Test
    void keepsItsDeadline() {
        vendor.with(new Faults(RandomGeneratorFactory.of("L64X128MixRandom").create(1), 1));
        var started = System.nanoTime();
        for (var i = 0; i < 5; i++) {
            var question = PrecedentText.ofWords("질문 " + i);
            assertThatThrownBy(() -> embedder.embedQuestion(question, SOON))
                    .isInstanceOf(SearchUnavailable.class);
        }
        assertThat(Duration.ofNanos(System.nanoTime() - started)).isLessThan(SOON.multipliedBy(6));
    }

    @Test
    void tellsABadTextFromAServiceThatRefusesEverything() {
        vendor.refuse("독");
        var bad = List.of(PrecedentText.ofWords("독이 든 글"));
        assertThatThrownBy(() -> embedder.embed(bad)).isInstanceOf(IllegalArgumentException.class);
        vendor.refuse("");
        assertThatThrownBy(() -> embedder.embed(bad)).isInstanceOf(SearchUnavailable.class);
        assertThat(bills).extracting(EmbeddingsBilled::outcome).contains("refused", "complete");
    }

    private static OutsideService service(String key) {
        return new OutsideService("OPENAI_API_KEY", Map.of("Authorization", "Bearer " + key));
    }

    private OpenAiEmbedders embedders(OutsideService service, int dimensions) {
        var price =
                new OpenAiProperties.Price(
                        OpenAiEmbedder.MODEL, LocalDate.of(2024, 1, 25), new BigDecimal("0.13"));
        var properties =
                new OpenAiProperties(
                        KEY,
                        vendor.baseUrl(),
                        dimensions,
                        1_400,
                        Duration.ofSeconds(30),
                        List.of(price));
        return new OpenAiEmbedders(
                service,
                properties,
                new Bill(properties, bills::add, Clock.systemUTC()),
                new Caches(InProcess.store(), new SimpleMeterRegistry())
                        .level("questions", 1, KnownVector.class, Duration.ofHours(1)));
    }
}
