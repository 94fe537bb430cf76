package kr.dangol.recommendation.serving;

import kr.dangol.recommendation.serving.AnswerResponse.TrendSources;
import kr.dangol.recommendation.serving.AnswerResponse.TrendTexts;

/// Whoever watches an answer grow. Any exception ends the watching, and the work with it when
/// nobody else wants it.
public interface Audience {

    /// Waits for the whole and sees nothing before.
    Audience NONE =
            new Audience() {
                @Override
                public void found(TrendTexts trends, TrendSources sources, int similarCases) {}

                @Override
                public void finished(PlanResponse plan) {}

                @Override
                public void stillWaiting() {}
            };

    void found(TrendTexts trends, TrendSources sources, int similarCases);

    void finished(PlanResponse plan);

    /// Called a few times a second while nothing happens.
    void stillWaiting();
}
