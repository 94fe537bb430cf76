package kr.dangol.casebook.pinecone;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import kr.dangol.casebook.outside.OutsideService;
import kr.dangol.casebook.search.PrecedentIndex;
import kr.dangol.casebook.search.PrecedentIndexContract;
import kr.dangol.testing.FakePinecone;
import org.awaitility.Awaitility;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;

/// What an index must do, over real HTTP, with writes that are seen late.
abstract class PineconeContract extends PrecedentIndexContract {

    static final String KEY = "pcsk_test";
    static final String NAME = "kt-event-recommendations";

    final FakePinecone pinecone = prepared(new FakePinecone(KEY, Duration.ofMillis(20)));
    final AtomicLong upTo = new AtomicLong();
    private @Nullable PineconePrecedentIndex index;

    abstract FakePinecone prepared(FakePinecone pinecone);

    @Override
    protected PrecedentIndex index() {
        var known = index;
        if (known == null) {
            known = index(EMBEDDER.dimensions(), "book-1-model");
            index = known;
        }
        return known;
    }

    PineconePrecedentIndex index(int dimensions, String suffix) {
        return new PineconePrecedentIndex(control(KEY), dimensions, suffix, upTo::get, upTo::set);
    }

    PineconeControl control(String key) {
        return new PineconeControl(
                new OutsideService("PINECONE_API_KEY", Map.of("Api-Key", key)),
                new PineconeProperties(
                        key,
                        NAME,
                        pinecone.baseUrl(),
                        null,
                        "aws",
                        "us-east-1",
                        null,
                        Duration.ofSeconds(10)));
    }

    @Override
    protected void settle() {
        Awaitility.await().pollInterval(Duration.ofMillis(10)).until(pinecone::isSettled);
    }

    @AfterEach
    void nothingToComplainAbout() {
        pinecone.close();
        assertThat(pinecone.complaints()).isEmpty();
    }
}
