package kr.dangol.recommendation.serving;

import java.time.Clock;
import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.CancellationException;
import kr.dangol.platform.Refusal;
import kr.dangol.recommendation.RecommendationFailed;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/// Tells of answers that never came, so that the share of those that did is known.
@Component
class Failures {

    private static final Logger log = LoggerFactory.getLogger(Failures.class);

    private final TransactionTemplate transaction;
    private final ApplicationEventPublisher facts;
    private final Clock clock;

    Failures(TransactionTemplate transaction, ApplicationEventPublisher facts, Clock clock) {
        this.transaction = transaction;
        this.facts = facts;
        this.clock = clock;
    }

    void tell(Order order, RuntimeException failure, Duration took) {
        if (failure instanceof AudienceGone || failure instanceof CancellationException) {
            return;
        }
        var brief = order.brief();
        var fact =
                new RecommendationFailed(
                        UUID.randomUUID(),
                        brief.industry(),
                        brief.region(),
                        failure instanceof Refusal refusal ? refusal.code() : "internal",
                        took.toMillis(),
                        clock.instant());
        try {
            transaction.executeWithoutResult(_ -> facts.publishEvent(fact));
        } catch (RuntimeException e) {
            // The database may be the very thing that failed; the owner is told of the first cause.
            log.warn("a failed recommendation could not be told of", e);
        }
    }
}
