package kr.dangol.recommendation.planning;

import java.util.List;
import kr.dangol.casebook.SimilarPrecedent;
import kr.dangol.market.Trends;

/// What a writer gets: the brief, similar precedents, the market's statements and the deadline.
public record WritingTask(
        Brief brief, List<SimilarPrecedent> precedents, Trends trends, Deadline deadline) {

    public WritingTask {
        precedents = List.copyOf(precedents);
    }
}
