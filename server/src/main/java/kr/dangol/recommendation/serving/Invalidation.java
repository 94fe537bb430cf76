package kr.dangol.recommendation.serving;

import java.util.EnumSet;
import java.util.Set;
import kr.dangol.casebook.CasebookChanged;
import kr.dangol.casebook.PrecedentAdded;
import kr.dangol.casebook.SearchChanged;
import kr.dangol.event.OutcomeRecorded;
import kr.dangol.recommendation.drafting.Levels;
import kr.dangol.shared.Industry;
import org.springframework.context.event.EventListener;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.transaction.event.TransactionPhase;
import org.springframework.transaction.event.TransactionalEventListener;

/// Voids an industry's cached content when a new outcome is known: when the owner tells it, so that
/// the very next answer is a fresh one, and again when the case book and those who learn from it
/// have taken it in, so that nothing drafted in between stays.
@Component
class Invalidation {

    private final Levels levels;
    private final Set<Industry> beingLearned = EnumSet.noneOf(Industry.class);

    Invalidation(Levels levels) {
        this.levels = levels;
    }

    @TransactionalEventListener(phase = TransactionPhase.AFTER_COMMIT, fallbackExecution = true)
    void on(OutcomeRecorded fact) {
        levels.invalidate(fact.traits().industry());
    }

    @TransactionalEventListener(phase = TransactionPhase.AFTER_COMMIT, fallbackExecution = true)
    void on(PrecedentAdded fact) {
        if (fact.precedent().hasOutcome()) {
            levels.invalidate(fact.precedent().industry());
            remember(fact.precedent().industry());
        }
    }

    @EventListener
    @Order(Ordered.LOWEST_PRECEDENCE)
    void on(CasebookChanged change) {
        forget().forEach(levels::invalidate);
    }

    /// Covers what no single fact tells: imports, other instances' cases, another edition of the
    /// index.
    @EventListener
    void on(SearchChanged change) {
        change.industries().forEach(levels::invalidate);
    }

    private synchronized void remember(Industry industry) {
        beingLearned.add(industry);
    }

    private synchronized Set<Industry> forget() {
        var all = Set.copyOf(beingLearned);
        beingLearned.clear();
        return all;
    }
}
