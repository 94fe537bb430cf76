package kr.dangol.recommendation.drafting;

import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Set;
import kr.dangol.platform.Deadline;
import kr.dangol.recommendation.planning.Brief;
import kr.dangol.shared.BusinessTypes;
import kr.dangol.shared.Industry;
import kr.dangol.shared.Purpose;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/// Rehearses once after the start, so that the first owner does not wait for classes to be loaded
/// and an index to be opened. No model is asked.
@Component
class WarmUp {

    private static final Logger log = LoggerFactory.getLogger(WarmUp.class);

    private final PlanDesk desk;
    private final Clock clock;

    WarmUp(PlanDesk desk, Clock clock) {
        this.desk = desk;
        this.clock = clock;
    }

    @EventListener(ApplicationReadyEvent.class)
    void rehearse() {
        Thread.startVirtualThread(() -> {
            try {
                Arrays.stream(Industry.values()).forEach(this::rehearse);
            } catch (RuntimeException e) {
                log.warn("rehearsal failed", e);
            }
        });
    }

    private void rehearse(Industry industry) {
        // The wish keeps these entries of the caches apart from any owner's.
        var brief =
                new Brief(
                        industry,
                        BusinessTypes.general(industry),
                        null,
                        Purpose.SALES,
                        LocalDate.now(clock),
                        null,
                        "연습",
                        Set.of());
        desk.rehearse(brief, Deadline.in(Duration.ofSeconds(9)));
    }
}
