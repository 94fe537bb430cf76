package kr.dangol.recommendation.drafting;

import java.util.Comparator;
import java.util.List;
import kr.dangol.market.Trends;
import kr.dangol.shared.Slot;

/// The whole content of an answer: the same for everybody with the same brief, and therefore what
/// is cached. `plans` are in the order of their slots.
public record SixPlans(Trends trends, int similarCases, List<Plan> plans, Credits credits) {

    public SixPlans {
        plans = plans.stream().sorted(Comparator.comparing(plan -> plan.draft().slot())).toList();
        if (plans.size() != Slot.values().length) {
            throw new IllegalArgumentException(plans.size() + " plans");
        }
    }
}
