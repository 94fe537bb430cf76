package kr.dangol.forecast;

import java.util.Collection;
import java.util.Optional;

/// The honest seventh card: advice not to run any event this time.
public final class RestAdvice {

    private static final String TEXT = "이번에는 쉬는 편이 나아요. 여섯 가지 모두 쓰는 돈이 남는 돈보다 클 가능성이 높아요.";

    private RestAdvice() {}

    /// One sentence for the owner when every plan would probably lose, else empty.
    public static Optional<String> of(Collection<Prospects> plans) {
        var allLose = plans.stream().allMatch(plan -> plan.lossRisk() == LossRisk.HIGH);
        return allLose && !plans.isEmpty() ? Optional.of(TEXT) : Optional.empty();
    }
}
