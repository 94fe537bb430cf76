package kr.dangol.casebook.pinecone;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import kr.dangol.casebook.sample.SampleBook;
import kr.dangol.casebook.search.IndexQuery;
import kr.dangol.casebook.search.PrecedentText;
import kr.dangol.casebook.search.SearchUnavailable;
import kr.dangol.testing.FakePinecone;
import org.junit.jupiter.api.Test;

class PineconeDocumentsTest extends PineconeContract {

    @Override
    FakePinecone prepared(FakePinecone pinecone) {
        return pinecone;
    }

    @Test
    void createsTheIndexWhenItIsMissingAndLooksUpItsHostOnce() {
        assertThat(pinecone.indexNames()).containsExactly(NAME);
        var asked = pinecone.lookUps();
        search(PrecedentText.ofWords("카페"), everything(), 5);
        put(SampleBook.shipped().subList(0, 5));
        assertThat(pinecone.lookUps()).isEqualTo(asked);
    }

    @Test
    void keepsEachIndustryInANamespaceOfItsOwn() {
        assertThat(pinecone.idsByNamespace(NAME))
                .containsOnlyKeys(
                        "food-book-1-model",
                        "retail-book-1-model",
                        "service-book-1-model",
                        "lodging-book-1-model",
                        "other-book-1-model");
    }

    @Test
    void vectorsOfAnotherLengthGetAnIndexBesideIt() {
        assertThat(index(64, "book-2-model").size()).isZero();
        index(64, "book-2-model").remove(List.of(SampleBook.shipped().getFirst().id()));
        assertThat(pinecone.indexNames()).containsExactlyInAnyOrder(NAME, NAME + "-64");
    }

    @Test
    void aWrongKeyIsRefusedInPlainTextAndSaidSo() {
        var refused = control("wrong");
        assertThatThrownBy(() -> refused.find(256, Duration.ofSeconds(2)))
                .isInstanceOf(SearchUnavailable.class)
                .hasMessageContaining("PINECONE_API_KEY was refused (401)");
    }

    @Test
    void aSearchKeepsItsTime() {
        pinecone.close();
        var text = PrecedentText.ofWords("카페");
        var vector = EMBEDDER.embed(List.of(text)).getFirst();
        var started = System.nanoTime();
        var query = new IndexQuery(text, vector, everything(), 5);
        assertThatThrownBy(() -> index().search(query, Duration.ofMillis(300)))
                .isInstanceOf(SearchUnavailable.class);
        assertThat(Duration.ofNanos(System.nanoTime() - started)).isLessThan(Duration.ofSeconds(2));
    }
}
