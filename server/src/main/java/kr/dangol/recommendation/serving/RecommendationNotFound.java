package kr.dangol.recommendation.serving;

import kr.dangol.platform.Refusal;

/// No such recommendation, or another owner's: 404.
public final class RecommendationNotFound extends Refusal {

    RecommendationNotFound() {
        super(404, "recommendation-not-found");
    }
}
