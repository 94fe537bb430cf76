package kr.dangol.forecast.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import kr.dangol.event.Events;
import kr.dangol.event.StoreEventId;
import kr.dangol.forecast.Correction;
import kr.dangol.forecast.Correction.Expected;
import kr.dangol.forecast.learning.Corrections;
import kr.dangol.platform.Caller;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/// Shows an owner what the outcome of an event changed in forecasts.
@RestController
class CorrectionController {

    private final Events events;
    private final Corrections corrections;

    CorrectionController(Events events, Corrections corrections) {
        this.events = events;
        this.corrections = corrections;
    }

    /// What forecasts expect of the same plan before and after they learned from the event; both
    /// are null before it is closed, the second until it is learned, which takes about a second.
    @GetMapping("/api/events/{id}/correction")
    CorrectionResponse correction(Caller caller, @PathVariable StoreEventId id) {
        return corrections
                .find(events.get(caller.id(), id))
                .map(CorrectionResponse::of)
                .orElse(new CorrectionResponse(false, null, null));
    }

    @JsonInclude(JsonInclude.Include.ALWAYS)
    record CorrectionResponse(
            boolean learned, @Nullable Expected before, @Nullable Expected after) {

        static CorrectionResponse of(Correction correction) {
            return new CorrectionResponse(
                    correction.after() != null, correction.before(), correction.after());
        }
    }
}
