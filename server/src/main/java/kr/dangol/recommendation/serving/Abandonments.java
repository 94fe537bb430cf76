package kr.dangol.recommendation.serving;

import java.time.Clock;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import kr.dangol.platform.AccountId;
import kr.dangol.recommendation.PlansAbandoned;
import kr.dangol.recommendation.RecommendationId;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/// Tells once of each recommendation that its owner left lying. Any number of instances may look at
/// the same time: a row is taken by one of them.
@Component
class Abandonments {

    /// Six plans are for tomorrow; who has not come back after a day has moved on.
    static final Duration LEFT_AFTER = Duration.ofHours(24);

    private static final int AT_ONCE = 200;

    private final History history;
    private final TransactionTemplate transaction;
    private final ApplicationEventPublisher facts;
    private final Clock clock;

    Abandonments(
            History history,
            TransactionTemplate transaction,
            ApplicationEventPublisher facts,
            Clock clock) {
        this.history = history;
        this.transaction = transaction;
        this.facts = facts;
        this.clock = clock;
    }

    @Scheduled(initialDelayString = "PT5M", fixedDelayString = "PT10M")
    void tellAll() {
        while (tellSome() == AT_ONCE) {
            // There are more.
        }
    }

    private int tellSome() {
        return transaction.execute(_ -> {
            var now = clock.instant().truncatedTo(ChronoUnit.MICROS);
            var left = history.abandon(now.minus(LEFT_AFTER), now, AT_ONCE);
            left.forEach(each ->
                    facts.publishEvent(
                            new PlansAbandoned(
                                    new RecommendationId(each.id()),
                                    new AccountId(each.owner()),
                                    ShownPlans.of(each.answer()),
                                    now)));
            return left.size();
        });
    }
}
