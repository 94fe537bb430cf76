package kr.dangol.recommendation.drafting;

import java.util.List;
import kr.dangol.forecast.Forecast;
import kr.dangol.recommendation.planning.PlanDraft;

/// A plan that passed its review, with the forecast for exactly this plan and the cases it can be
/// held against.
public record Plan(
        PlanDraft draft,
        List<String> notices,
        Forecast forecast,
        List<Evidence> evidence,
        Origin origin) {

    public Plan {
        notices = List.copyOf(notices);
        evidence = List.copyOf(evidence);
    }

    /// Who wrote it.
    public enum Origin {
        MODEL("model"),
        PLANNER("planner");

        private final String key;

        Origin(String key) {
            this.key = key;
        }

        public String key() {
            return key;
        }
    }
}
