package kr.dangol.casebook.lucene;

import kr.dangol.casebook.search.PrecedentFilter;
import kr.dangol.shared.Industry;
import kr.dangol.shared.Won;
import org.jspecify.annotations.Nullable;

/// The vectors of one industry whose costs lie within a factor of two are a field of their own, and
/// so have a graph of their own in every segment: nearly every question asks for one industry and a
/// range of cost, and finds that nearly all of two or three such graphs passes.
///
/// @param band 0 for unknown costs, otherwise one more than the bits of the cost in won
record VectorField(Industry industry, int band) {

    private static final String PREFIX = "vector ";

    static VectorField of(Industry industry, @Nullable Won cost) {
        return new VectorField(industry, cost == null ? 0 : 1 + bits(cost.amount()));
    }

    private static int bits(long cost) {
        return Long.SIZE - Long.numberOfLeadingZeros(cost);
    }

    /// Null for a field that holds no vectors.
    static @Nullable VectorField parse(String name) {
        if (!name.startsWith(PREFIX)) {
            return null;
        }
        var parts = name.substring(PREFIX.length()).split(" ", 2);
        return new VectorField(Industry.valueOf(parts[0]), Integer.parseInt(parts[1]));
    }

    String fieldName() {
        return PREFIX + industry.name() + " " + band;
    }

    boolean mayHold(PrecedentFilter filter) {
        return filter.industry() == null || filter.industry() == industry;
    }

    /// The costs of this field that a filter lets pass.
    CostRange costs(PrecedentFilter filter) {
        return CostRange.of(filter).and(costs());
    }

    private CostRange costs() {
        return switch (band) {
            case 0 -> CostRange.UNKNOWN;
            case 1 -> new CostRange(0, 0);
            default -> new CostRange(1L << (band - 2), (1L << (band - 1)) - 1);
        };
    }
}
