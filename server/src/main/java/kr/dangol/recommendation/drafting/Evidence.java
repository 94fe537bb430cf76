package kr.dangol.recommendation.drafting;

import java.util.Optional;
import kr.dangol.casebook.Precedent;
import kr.dangol.casebook.PrecedentGroup;
import kr.dangol.shared.Grade;

/// A past event, or a group of them over `stores` shops, shown beside a plan. Also its form on the
/// wire.
public record Evidence(
        String caseId,
        String title,
        int participants,
        long cost,
        int roi,
        Grade grade,
        boolean sample,
        int stores) {

    /// Empty for a precedent without figures: an idea proves nothing.
    public static Optional<Evidence> of(Precedent precedent) {
        var participants = precedent.participants();
        var roi = precedent.roi();
        var cost = precedent.cost();
        if (!precedent.hasOutcome() || participants == null || roi == null || cost == null) {
            return Optional.empty();
        }
        return Optional.of(
                new Evidence(
                        precedent.id().toString(),
                        precedent.title(),
                        participants,
                        cost.amount(),
                        roi,
                        precedent.grade(),
                        precedent.isSample(),
                        1));
    }

    static Evidence of(PrecedentGroup group) {
        return new Evidence(
                group.id().toString(),
                group.title(),
                group.participants(),
                group.cost().amount(),
                group.roi(),
                Grade.MEASURED,
                false,
                group.stores());
    }
}
