package kr.dangol.recommendation.planning;

import java.util.List;
import java.util.Map;
import kr.dangol.casebook.SimilarPrecedent;
import kr.dangol.forecast.Estimate;
import kr.dangol.market.Trends;
import kr.dangol.platform.AccountId;
import kr.dangol.platform.Deadline;
import kr.dangol.shared.Slot;
import org.jspecify.annotations.Nullable;

/// What a writer gets: the brief, similar precedents, the market's statements, how many people
/// usually take part in each slot, whether the trends should be worded too, on whose account a paid
/// call goes (never told to the model), and the deadline.
public record WritingTask(
        Brief brief,
        List<SimilarPrecedent> precedents,
        Trends trends,
        Map<Slot, Estimate> usualParticipants,
        boolean wantsTrends,
        @Nullable AccountId owner,
        Deadline deadline) {

    public WritingTask {
        precedents = List.copyOf(precedents);
        usualParticipants = Map.copyOf(usualParticipants);
    }
}
