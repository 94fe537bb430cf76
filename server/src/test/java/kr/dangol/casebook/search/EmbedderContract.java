package kr.dangol.casebook.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.stream.Stream;
import kr.dangol.casebook.sample.SampleBook;
import org.junit.jupiter.api.Test;

/// What every embedder must do.
public abstract class EmbedderContract {

    protected abstract Embedder embedder();

    @Test
    void vectorsHaveLengthOneAndTheStatedDimensions() {
        var vectors = embedder().embed(texts());
        assertThat(vectors).hasSize(texts().size());
        assertThat(vectors)
                .allSatisfy(vector -> {
                    assertThat(vector.isUnit()).isTrue();
                    assertThat(vector.dimensions()).isEqualTo(embedder().dimensions());
                });
    }

    @Test
    void theSameTextHasTheSameVectorAloneAndInABatch() {
        var together = embedder().embed(texts());
        for (var i = 0; i < texts().size(); i++) {
            var alone = embedder().embed(List.of(texts().get(i))).getFirst();
            assertThat(alone.cosine(together.get(i))).isCloseTo(1, within(1e-4));
        }
    }

    @Test
    void likeIsNearerThanUnlike() {
        var coupon = vector("카페 아메리카노 쿠폰을 카카오톡 채널로 드려요");
        var alike = vector("커피 교환권을 카톡 채널 친구에게 드려요");
        var unlike = vector("펜션 바비큐 세트와 늦은 퇴실");
        assertThat(coupon.cosine(alike)).isGreaterThan(coupon.cosine(unlike) + 0.1);
    }

    @Test
    void nothingButSpaceStillHasAVector() {
        assertThat(vector("   ").isUnit()).isTrue();
        assertThat(vector("…!?").isUnit()).isTrue();
    }

    @Test
    void namesItsModel() {
        assertThat(embedder().model()).isNotBlank();
    }

    protected final Vector vector(String words) {
        return embedder().embed(List.of(PrecedentText.ofWords(words))).getFirst();
    }

    private static List<PrecedentText> texts() {
        return Stream.concat(
                        SampleBook.shipped().stream().limit(20).map(PrecedentText::of),
                        Stream.of(PrecedentText.ofWords("비 오는 날 우산")))
                .toList();
    }
}
