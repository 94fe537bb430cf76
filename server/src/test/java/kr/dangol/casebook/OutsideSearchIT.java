package kr.dangol.casebook;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGeneratorFactory;
import kr.dangol.shared.BusinessTypes;
import kr.dangol.shared.Purpose;
import kr.dangol.shared.Season;
import kr.dangol.testing.DangolTest;
import kr.dangol.testing.FakeOpenAi;
import kr.dangol.testing.FakePinecone;
import kr.dangol.testing.Faults;
import kr.dangol.testing.TestClient;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import tools.jackson.databind.JsonNode;

/// The product on OpenAI and Pinecone, in all the weather that they may send.
@DangolTest
@DirtiesContext
class OutsideSearchIT {

    private static final String INDEX = "cases";
    private static final FakeOpenAi OPENAI = new FakeOpenAi("sk-test").with(storm(1));
    private static final FakePinecone PINECONE =
            new FakePinecone("pcsk-test", Duration.ofMillis(50)).with(storm(2));

    @Autowired TestClient client;
    @Autowired Casebook casebook;

    private TestClient operator;

    @DynamicPropertySource
    static void outside(DynamicPropertyRegistry registry) {
        registry.add("dangol.casebook.openai.api-key", () -> "sk-test");
        registry.add("dangol.casebook.openai.base-url", OPENAI::baseUrl);
        registry.add("dangol.casebook.openai.dimensions", () -> 256);
        registry.add("dangol.casebook.pinecone.api-key", () -> "pcsk-test");
        registry.add("dangol.casebook.pinecone.base-url", PINECONE::baseUrl);
        registry.add("dangol.casebook.pinecone.index", () -> INDEX);
    }

    @AfterAll
    static void nothingToComplainAbout() {
        OPENAI.close();
        PINECONE.close();
        assertThat(OPENAI.complaints()).isEmpty();
        assertThat(PINECONE.complaints()).isEmpty();
    }

    /// The storm rages while the index is filled and ends when it is.
    @BeforeEach
    void filled() {
        operator = client.operator();
        assertThat(casebook.similar(query(5))).hasSize(5);
        Awaitility.await()
                .atMost(Duration.ofMinutes(2))
                .until(() -> state().get("model").asString().equals("text-embedding-3-large@256"));
        awaitInStep();
        OPENAI.with(Faults.none());
        PINECONE.with(Faults.none());
    }

    @Test
    void holdsEveryCaseExactlyOnceWhateverHappens() {
        assertThat(indexed()).containsExactlyInAnyOrderElementsOf(used());
        assertThat(state().get("setAside").asInt()).isZero();
        assertThat(casebook.similar(query(5))).hasSize(5);
    }

    @Test
    void aRebuildFillsOtherNamespacesWhileTheOldOnesServe() {
        operator.post("/api/ops/cases/index/rebuild").expect(202);
        assertThat(casebook.similar(query(5))).hasSize(5);
        Awaitility.await()
                .atMost(Duration.ofMinutes(1))
                .until(() -> !state().get("rebuilding").asBoolean());
        Awaitility.await().until(PINECONE::isSettled);
        assertThat(PINECONE.idsByNamespace(INDEX)).hasSize(10);
        assertThat(casebook.similar(query(5))).hasSize(5);
    }

    @Test
    void theBuiltInSearchStepsInWhenTheMoneyHasRunOut() {
        OPENAI.runOutOfMoney(true);
        try {
            assertThat(casebook.similar(query(7))).hasSize(7);
            var health = operator.get("/actuator/health").expect(200).json();
            assertThat(health.at("/components/openAi/status").asString()).isEqualTo("DEGRADED");
            assertThat(health.at("/components/openAi/details/problem").asString())
                    .contains("OPENAI_API_KEY", "insufficient_quota");
        } finally {
            OPENAI.runOutOfMoney(false);
        }
    }

    private JsonNode state() {
        return operator.get("/api/ops/cases/index").expect(200).json();
    }

    private void awaitInStep() {
        Awaitility.await()
                .atMost(Duration.ofMinutes(1))
                .until(() -> state().get("lag").asInt() == 0 && PINECONE.isSettled());
    }

    private static List<String> indexed() {
        return PINECONE.idsByNamespace(INDEX).values().stream().flatMap(List::stream).toList();
    }

    private List<String> used() {
        var ids = new ArrayList<String>();
        casebook.changesSince(
                0,
                change -> {
                    if (!change.excluded()) {
                        ids.add(change.precedent().id().toString());
                    }
                });
        return ids;
    }

    private static Faults storm(long seed) {
        return new Faults(RandomGeneratorFactory.of("L64X128MixRandom").create(seed), 0.25);
    }

    private static SimilarQuery query(int limit) {
        var type = BusinessTypes.find("카페").orElseThrow();
        return new SimilarQuery(
                type.industry(),
                type,
                null,
                Season.AUTUMN,
                Purpose.REVISIT,
                null,
                null,
                "쿠폰 " + limit,
                limit);
    }
}
