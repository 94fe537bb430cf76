package kr.dangol.market;

import java.time.Clock;
import java.time.LocalDate;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/// Keeps the public figures in memory, on every instance: reads them again when they changed or a
/// new day made some of them too old.
@Component
class FactsFollower implements Supplier<PublicFigures> {

    private static final Logger log = LoggerFactory.getLogger(FactsFollower.class);

    private final StoredFacts facts;
    private final Clock clock;
    private volatile PublicFigures figures = PublicFigures.NONE;
    private volatile long version = -1;

    FactsFollower(StoredFacts facts, Clock clock) {
        this.facts = facts;
        this.clock = clock;
        follow();
    }

    @Scheduled(fixedDelayString = "PT10S")
    final void follow() {
        try {
            var now = facts.version();
            var today = LocalDate.now(clock);
            if (now == version && figures.today().equals(today)) {
                return;
            }
            var fresh = new PublicFigures(today);
            facts.forEach(fresh::add);
            figures = fresh;
            version = now;
        } catch (DataAccessException e) {
            log.warn("public figures stay as they are: {}", e.getMessage());
        }
    }

    @Override
    public PublicFigures get() {
        return figures;
    }
}
