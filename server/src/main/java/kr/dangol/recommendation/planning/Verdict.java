package kr.dangol.recommendation.planning;

import java.util.List;

/// What [PlanReview] says about one plan.
public sealed interface Verdict {

    /// The plan keeps every rule; its cost may have been moved a little to stay inside the band.
    /// `notices` are sentences for the owner about rules of law and platforms this plan touches.
    record Accepted(PlanDraft plan, List<String> notices) implements Verdict {

        public Accepted {
            notices = List.copyOf(notices);
        }
    }

    /// The plan must not be shown. `detail` names the offending text or figure, for logs only.
    record Refused(Reason reason, String detail) implements Verdict {}

    /// Why a plan is refused.
    enum Reason {
        TEXT_MISSING,
        TITLE_TOO_LONG,
        PRIZE_TOO_LONG,
        PARTICIPATION_TOO_LONG,
        KIT_TEXT_TOO_LONG,
        FORBIDDEN_CHARACTERS,
        MARKUP,
        NOT_KOREAN,
        EXAGGERATION,
        OUTCOME_FIGURE,
        IMPOSSIBLE_FIGURES,
        COST_OUTSIDE_BAND,
        PRIZE_TOO_EXPENSIVE,
        COST_ITEMS_DO_NOT_ADD_UP,
        TITLE_REPEATED
    }
}
