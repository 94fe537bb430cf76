package kr.dangol.event.web;

import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import kr.dangol.event.EventFilter;
import kr.dangol.event.EventStatus;
import kr.dangol.event.Events;
import kr.dangol.event.OutcomeResponse;
import kr.dangol.event.StoreEvent;
import kr.dangol.event.StoreEventId;
import kr.dangol.event.StoreEventResponse;
import kr.dangol.platform.Caller;
import kr.dangol.platform.InvalidRequest;
import kr.dangol.platform.ItemsResponse;
import kr.dangol.platform.Refusal.FieldError;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/// An owner's own events.
@RestController
@RequestMapping("/api/events")
class EventController {

    private final Events events;
    private final Clock clock;

    EventController(Events events, Clock clock) {
        this.events = events;
        this.clock = clock;
    }

    /// The newest first; `overdue=true` lists those that should be over by now and wait for their
    /// figures.
    @GetMapping
    ItemsResponse<StoreEventResponse> list(
            Caller caller,
            @Schema(allowableValues = {"draft", "running", "closed", "cancelled"})
                    @RequestParam(required = false)
                    @Nullable String status,
            @RequestParam(defaultValue = "false") boolean overdue,
            @RequestParam(required = false) @Nullable String cursor,
            @RequestParam(defaultValue = "50") @Min(1) @Max(100) int limit) {
        var found =
                events.list(
                        caller.id(),
                        new EventFilter(
                                status == null ? null : readStatus(status),
                                overdue ? today() : null,
                                cursor == null ? null : EventCursor.read(cursor),
                                limit + 1));
        var page = found.subList(0, Math.min(limit, found.size()));
        return new ItemsResponse<>(
                page.stream().map(this::response).toList(),
                found.size() > limit ? EventCursor.after(page.getLast()) : null);
    }

    @GetMapping("/{id}")
    StoreEventResponse get(Caller caller, @PathVariable StoreEventId id) {
        return response(events.get(caller.id(), id));
    }

    @PatchMapping("/{id}")
    StoreEventResponse change(
            Caller caller,
            @PathVariable StoreEventId id,
            @Valid @RequestBody EventPatchRequest patch) {
        var move = patch.move();
        if (!patch.isMoveOnly()) {
            return response(events.change(caller.id(), id, patch.change(), move));
        }
        return response(
                move == null ? events.get(caller.id(), id) : events.move(caller.id(), id, move));
    }

    /// Closes the event with what came of it; sent again, corrects that.
    @PostMapping("/{id}/performance")
    @ResponseStatus(HttpStatus.CREATED)
    OutcomeResponse close(
            Caller caller,
            @PathVariable StoreEventId id,
            @Valid @RequestBody OutcomeRequest outcome) {
        var figures = outcome.figures(events.get(caller.id(), id), today());
        var event = events.recordOutcome(caller.id(), id, figures);
        return OutcomeResponse.of(event.outcome().orElseThrow(), event.prediction());
    }

    /// All figures ever told of the event, the ones that count first.
    @GetMapping("/{id}/performance")
    ItemsResponse<OutcomeResponse> outcomes(Caller caller, @PathVariable StoreEventId id) {
        var event = events.get(caller.id(), id);
        var all =
                event.outcomes().reversed().stream()
                        .map(each -> OutcomeResponse.of(each, event.prediction()))
                        .toList();
        return new ItemsResponse<>(all, null);
    }

    /// A new draft with the plan of this event, from today or another day on.
    @PostMapping("/{id}/duplicate")
    @ResponseStatus(HttpStatus.CREATED)
    StoreEventResponse duplicate(
            Caller caller,
            @PathVariable StoreEventId id,
            @RequestBody(required = false) @Nullable DuplicateRequest request) {
        var start = request == null ? null : request.startDate();
        return response(events.duplicate(caller.id(), id, start == null ? today() : start));
    }

    record DuplicateRequest(@Schema(example = "2026-12-20") @Nullable LocalDate startDate) {}

    private StoreEventResponse response(StoreEvent event) {
        return StoreEventResponse.of(event, today());
    }

    private LocalDate today() {
        return LocalDate.now(clock);
    }

    private static EventStatus readStatus(String status) {
        return List.of(EventStatus.values()).stream()
                .filter(each -> each.name().equalsIgnoreCase(status))
                .findFirst()
                .orElseThrow(() -> new InvalidRequest(FieldError.of("status", "field.invalid")));
    }
}
