package kr.dangol.casebook.search;

import java.util.Set;
import kr.dangol.casebook.Origin;
import kr.dangol.casebook.SimilarQuery;
import kr.dangol.platform.AccountId;
import kr.dangol.shared.Grade;
import kr.dangol.shared.Industry;
import kr.dangol.shared.Won;
import org.jspecify.annotations.Nullable;

/// What a found precedent must be; null asks for nothing. `costFrom` and `costTo` are both inside.
public record PrecedentFilter(
        Set<Origin> origins,
        @Nullable Industry industry,
        @Nullable String businessType,
        @Nullable String city,
        @Nullable Grade grade,
        @Nullable Boolean hasOutcome,
        @Nullable Won costFrom,
        @Nullable Won costTo,
        @Nullable AccountId owner) {

    /// How far the cost of a comparable event may lie from the budget.
    private static final double LEAST = 0.5;

    private static final double MOST = 1.5;

    public PrecedentFilter {
        origins = Set.copyOf(origins);
    }

    /// What anybody may be shown one by one: everything but our owners' own events.
    public static PrecedentFilter ofOthers(SimilarQuery query) {
        return comparable(query, EVERYBODYS, null, null);
    }

    /// An owner's own events with an outcome.
    public static PrecedentFilter ofOwn(AccountId owner, SimilarQuery query) {
        return comparable(query, Set.of(Origin.OWN), true, owner);
    }

    private static final Set<Origin> EVERYBODYS =
            Set.of(Origin.SAMPLE, Origin.BENCHMARK, Origin.IMPORT, Origin.COLLECTED);

    private static PrecedentFilter comparable(
            SimilarQuery query,
            Set<Origin> origins,
            @Nullable Boolean hasOutcome,
            @Nullable AccountId owner) {
        var budget = query.budget();
        return new PrecedentFilter(
                origins,
                query.industry(),
                null,
                null,
                null,
                hasOutcome,
                budget == null ? null : budget.times(LEAST),
                budget == null ? null : budget.times(MOST),
                owner);
    }
}
