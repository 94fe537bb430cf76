package kr.dangol.recommendation.drafting;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import kr.dangol.market.Trends;

/// What a draft hands out on its way: first what was found, then plan by plan, at last the whole.
/// Travels between processes as JSON.
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "is")
@JsonSubTypes({
    @JsonSubTypes.Type(value = Progress.Found.class, name = "found"),
    @JsonSubTypes.Type(value = Progress.Finished.class, name = "finished"),
    @JsonSubTypes.Type(value = Progress.Done.class, name = "done")
})
public sealed interface Progress {

    record Found(Trends trends, int similarCases) implements Progress {}

    record Finished(Plan plan) implements Progress {}

    record Done(SixPlans sixPlans) implements Progress {}
}
