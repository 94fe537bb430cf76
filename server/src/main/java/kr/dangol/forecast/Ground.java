package kr.dangol.forecast;

import java.util.List;
import kr.dangol.casebook.PrecedentId;
import kr.dangol.shared.Grade;
import org.jspecify.annotations.Nullable;

/// What a forecast leans on: one precedent, or all events of other owners' shops together, with
/// medians and without an id, because a single shop must not be recognised. `share` is its part in
/// what all precedents considered weigh; `why` begins with what moves results the most.
public record Ground(
        @Nullable PrecedentId id,
        String title,
        int stores,
        @Nullable Integer participants,
        @Nullable Long cost,
        @Nullable Integer roi,
        Grade grade,
        boolean sample,
        boolean own,
        double share,
        List<Likeness> why) {}
