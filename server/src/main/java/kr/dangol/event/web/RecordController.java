package kr.dangol.event.web;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import kr.dangol.event.Accuracy;
import kr.dangol.event.Events;
import kr.dangol.event.Figures;
import kr.dangol.event.PredictionResponse;
import kr.dangol.event.PredictionResponse.PredictedRange;
import kr.dangol.event.StoreEvent;
import kr.dangol.event.StoreEventId;
import kr.dangol.platform.Caller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/// The open ledger of what we foretold an owner and what came.
@RestController
class RecordController {

    private final Events events;
    private final Clock clock;

    RecordController(Events events, Clock clock) {
        this.events = events;
        this.clock = clock;
    }

    /// Events closed in the last days; how many of them fell into our ranges.
    @GetMapping("/api/me/record")
    RecordResponse ledger(
            Caller caller, @RequestParam(defaultValue = "90") @Min(1) @Max(3660) int days) {
        var closed = events.closedSince(caller.id(), LocalDate.now(clock).minusDays(days - 1L));
        var entries = closed.stream().map(LedgerEntry::of).toList();
        return new RecordResponse(
                entries.size(),
                (int) entries.stream().filter(LedgerEntry::participantsWithinRange).count(),
                (int) entries.stream().filter(LedgerEntry::roiWithinRange).count(),
                entries);
    }

    record RecordResponse(
            int events,
            int participantsWithinRange,
            int roiWithinRange,
            List<LedgerEntry> entries) {}

    record LedgerEntry(
            StoreEventId eventId,
            String title,
            LocalDate completedOn,
            LedgerPrediction predicted,
            LedgerActual actual,
            boolean participantsWithinRange,
            boolean roiWithinRange) {

        static LedgerEntry of(StoreEvent event) {
            var figures = event.outcome().orElseThrow().figures();
            var accuracy = Accuracy.of(event.prediction(), figures);
            return new LedgerEntry(
                    event.id(),
                    event.plan().title(),
                    figures.completedOn(),
                    LedgerPrediction.of(PredictionResponse.of(event.prediction())),
                    LedgerActual.of(figures),
                    accuracy.participantsWithinRange(),
                    accuracy.roiWithinRange());
        }
    }

    record LedgerPrediction(PredictedRange participants, PredictedRange roi) {

        static LedgerPrediction of(PredictionResponse prediction) {
            return new LedgerPrediction(prediction.participants(), prediction.roi());
        }
    }

    record LedgerActual(int participants, int roi) {

        static LedgerActual of(Figures figures) {
            return new LedgerActual(figures.participants(), figures.roi());
        }
    }
}
