package kr.dangol.recommendation.drafting;

import kr.dangol.market.Trends;

/// What a draft hands out on its way: first what was found, then plan by plan, at last the whole.
public sealed interface Progress {

    record Found(Trends trends, int similarCases) implements Progress {}

    record Finished(Plan plan) implements Progress {}

    record Done(SixPlans sixPlans) implements Progress {}
}
