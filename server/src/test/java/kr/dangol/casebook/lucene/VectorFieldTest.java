package kr.dangol.casebook.lucene;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import java.util.stream.LongStream;
import kr.dangol.casebook.search.PrecedentFilter;
import kr.dangol.shared.Industry;
import kr.dangol.shared.Won;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class VectorFieldTest {

    private static final VectorField UNKNOWN = new VectorField(Industry.FOOD, 0);

    @ParameterizedTest
    @ValueSource(longs = {0, 1, 2, 3, 4, 349_999, 350_000, 524_287, 524_288, 9_999_999_999L})
    void everyCostLiesInExactlyOneField(long cost) {
        var holding =
                LongStream.rangeClosed(0, 40)
                        .mapToObj(band -> new VectorField(Industry.FOOD, (int) band))
                        .filter(field -> field.costs(asking(null, null)).contains(cost))
                        .toList();
        assertThat(holding).containsExactly(VectorField.of(Industry.FOOD, Won.of(cost)));
    }

    @Test
    void anUnknownCostPassesOnlyWhereNoneIsAskedFor() {
        assertThat(VectorField.of(Industry.FOOD, null)).isEqualTo(UNKNOWN);
        assertThat(UNKNOWN.costs(asking(null, null)).isEmpty()).isFalse();
        assertThat(UNKNOWN.costs(asking(0L, null)).isEmpty()).isTrue();
        assertThat(UNKNOWN.costs(asking(null, 500_000L)).isEmpty()).isTrue();
    }

    @Test
    void aRangeOfCostReachesOnlyItsNeighbours() {
        var filter = asking(200_000L, 600_000L);
        var reached =
                LongStream.rangeClosed(0, 40)
                        .filter(band -> {
                            var field = new VectorField(Industry.FOOD, (int) band);
                            return !field.costs(filter).isEmpty();
                        })
                        .boxed()
                        .toList();
        assertThat(reached).hasSize(3);
    }

    @Test
    void isReadFromItsName() {
        var field = VectorField.of(Industry.SERVICE, Won.of(350_000));
        assertThat(VectorField.parse(field.fieldName())).isEqualTo(field);
        assertThat(VectorField.parse(Fields.COST)).isNull();
    }

    private static PrecedentFilter asking(@Nullable Long from, @Nullable Long to) {
        return new PrecedentFilter(
                Set.of(),
                Industry.FOOD,
                null,
                null,
                null,
                null,
                from == null ? null : Won.of(from),
                to == null ? null : Won.of(to),
                null);
    }
}
