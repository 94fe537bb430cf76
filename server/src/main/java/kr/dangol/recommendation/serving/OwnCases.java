package kr.dangol.recommendation.serving;

import java.time.Duration;
import java.util.List;
import kr.dangol.casebook.Casebook;
import kr.dangol.casebook.SimilarPrecedent;
import kr.dangol.casebook.SimilarQuery;
import kr.dangol.recommendation.drafting.Task;
import kr.dangol.recommendation.drafting.Task.Came;
import kr.dangol.recommendation.drafting.Task.Late;
import kr.dangol.recommendation.drafting.Task.Threw;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/// An owner's own measured events, for the owner's eyes only.
@Component
class OwnCases {

    private static final Logger log = LoggerFactory.getLogger(OwnCases.class);
    private static final Duration SEARCH_TIME = Duration.ofMillis(300);
    private static final int MOST = 20;

    private final Casebook casebook;

    OwnCases(Casebook casebook) {
        this.casebook = casebook;
    }

    /// Those like what is ordered, nearest first; none rather than late.
    List<SimilarPrecedent> like(Order order) {
        var found = Task.start(() -> casebook.ownOf(order.owner(), query(order)));
        return switch (found.within(SEARCH_TIME)) {
            case Came<List<SimilarPrecedent>>(var own) -> own;
            case Late<List<SimilarPrecedent>> _ -> List.of();
            case Threw<List<SimilarPrecedent>>(var failure) -> {
                log.warn("search for own events failed", failure);
                yield List.of();
            }
        };
    }

    private static SimilarQuery query(Order order) {
        var brief = order.brief();
        return new SimilarQuery(
                brief.industry(),
                brief.businessType(),
                brief.region(),
                brief.season(),
                brief.purpose(),
                null,
                null,
                "",
                MOST);
    }
}
