package kr.dangol.casebook.retrieval;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.function.Predicate;
import kr.dangol.casebook.lucene.Ranking;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The floor under the search's quality. The figures themselves are in
/// `docs/benchmarks/retrieval.md`; floors lie a little below them.
class RetrievalQualityTest {

    private static final List<GradedQuery> QUERIES = GradedQuery.all();

    @TempDir Path directory;

    @Test
    void thereAreEnoughQuestions() {
        assertThat(QUERIES).hasSizeGreaterThanOrEqualTo(150);
    }

    @Test
    void hybridIsBestAndDamageCostsLittle() {
        try (var retrieval = new Retrieval(directory)) {
            var whole = of(each -> each.damage() == Damage.NONE);
            var hybrid = retrieval.ndcg(whole, Ranking.HYBRID);
            assertThat(hybrid)
                    .isGreaterThan(retrieval.ndcg(whole, Ranking.VECTORS))
                    .isGreaterThan(retrieval.ndcg(whole, Ranking.WORDS))
                    .isGreaterThan(0.6);
            for (var damage : Damage.values()) {
                assertThat(retrieval.ndcg(of(each -> each.damage() == damage), Ranking.HYBRID))
                        .as("%s", damage)
                        .isGreaterThan(0.9 * hybrid);
            }
        }
    }

    private static List<GradedQuery> of(Predicate<GradedQuery> wanted) {
        return QUERIES.stream().filter(wanted).toList();
    }
}
