package kr.dangol.recommendation.serving;

import java.util.List;
import java.util.stream.Stream;
import kr.dangol.casebook.SimilarPrecedent;
import kr.dangol.recommendation.drafting.Evidence;
import kr.dangol.recommendation.drafting.Plan;
import kr.dangol.recommendation.drafting.SimilarCases;

/// Plans as one owner sees them: profit at the shop's margin, and beside each plan the owner's own
/// events of that kind.
record OwnersView(int marginPercent, List<SimilarPrecedent> own) {

    private static final int MOST_OWN = 2;

    PlanResponse of(Plan plan) {
        var evidence = Stream.concat(ownLike(plan), plan.evidence().stream()).toList();
        return PlanResponse.of(plan, marginPercent, evidence);
    }

    private Stream<Evidence> ownLike(Plan plan) {
        var draft = plan.draft();
        return own.stream()
                .map(SimilarPrecedent::precedent)
                .filter(each -> each.channel() == draft.slot().channel())
                .filter(each ->
                        each.cost() != null && SimilarCases.costsAbout(each.cost(), draft.cost()))
                .flatMap(each -> Evidence.of(each).stream())
                .limit(MOST_OWN);
    }

    /// Whether every plan would rather lose than earn.
    static boolean allLose(List<PlanResponse> plans) {
        return plans.stream().allMatch(plan -> plan.forecast().profit() < 0);
    }
}
