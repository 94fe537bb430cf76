package kr.dangol.recommendation.serving;

import kr.dangol.recommendation.drafting.Progress;
import kr.dangol.recommendation.serving.AnswerResponse.TrendSources;
import kr.dangol.recommendation.serving.AnswerResponse.TrendTexts;

/// Shows content to an audience as it comes, seen with its owner's eyes.
record Showing(OwnersView view, Audience audience) implements Contents.Follower {

    @Override
    public void on(Progress progress) {
        switch (progress) {
            case Progress.Found(var trends, var similarCases) ->
                    audience.found(TrendTexts.of(trends), TrendSources.of(trends), similarCases);
            case Progress.Finished(var plan) -> audience.finished(view.of(plan));
            // The whole goes out with its id, once it is kept.
            case Progress.Done _ -> {}
        }
    }

    @Override
    public void stillWaiting() {
        audience.stillWaiting();
    }
}
