package kr.dangol.intake.web;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.net.URI;
import java.util.List;
import java.util.UUID;
import kr.dangol.intake.run.IntakeRun;
import kr.dangol.intake.run.Refusals;
import kr.dangol.intake.run.RunDesk;
import kr.dangol.intake.run.RunId;
import kr.dangol.intake.run.Runs;
import kr.dangol.platform.InvalidRequest;
import kr.dangol.platform.ItemsResponse;
import kr.dangol.platform.Refusal.FieldError;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/// Collection runs for operators and for schedulers outside: start, watch, stop, resume.
@RestController
@RequestMapping("/api/ops/collection/runs")
class CollectionController {

    private final RunDesk desk;
    private final Runs runs;
    private final Refusals refusals;

    CollectionController(RunDesk desk, Runs runs, Refusals refusals) {
        this.desk = desk;
        this.runs = runs;
        this.refusals = refusals;
    }

    /// One run at a time: 409 while another is under way.
    @PostMapping
    @ResponseStatus(HttpStatus.ACCEPTED)
    ResponseEntity<RunResponse> start(@RequestBody(required = false) @Nullable RunRequest request) {
        var wanted = request == null ? new RunRequest(null, null) : request;
        var run = desk.start(wanted.stepNames(), wanted.sourceKeys());
        return ResponseEntity.accepted()
                .location(URI.create("/api/ops/collection/runs/" + run.id()))
                .body(RunResponse.of(run));
    }

    /// Newest first.
    @GetMapping
    ItemsResponse<RunResponse> list(
            @RequestParam(required = false) @Nullable String cursor,
            @RequestParam(defaultValue = "20") @Min(1) @Max(100) int limit) {
        var found = runs.list(number(cursor, Long.MAX_VALUE), limit);
        List<RunResponse> page = found.stream().map(RunResponse::of).toList();
        return new ItemsResponse<>(page, found.size() < limit ? null : last(found));
    }

    private static String last(List<IntakeRun> found) {
        return Long.toString(found.getLast().number());
    }

    @GetMapping("/{id}")
    RunResponse get(@PathVariable UUID id) {
        return RunResponse.of(runs.get(new RunId(id)));
    }

    /// The run ends soon; what is stored stays, and it can be resumed.
    @PostMapping("/{id}/stop")
    @ResponseStatus(HttpStatus.ACCEPTED)
    RunResponse stop(@PathVariable UUID id) {
        return RunResponse.of(desk.stop(new RunId(id)));
    }

    /// Goes on with the steps that are not done.
    @PostMapping("/{id}/resume")
    @ResponseStatus(HttpStatus.ACCEPTED)
    RunResponse resume(@PathVariable UUID id) {
        return RunResponse.of(desk.resume(new RunId(id)));
    }

    @GetMapping("/{id}/refusals")
    RefusalsResponse refusals(
            @PathVariable UUID id,
            @RequestParam(required = false) @Nullable String source,
            @RequestParam(required = false) @Nullable String cursor,
            @RequestParam(defaultValue = "50") @Min(1) @Max(200) int limit) {
        var run = runs.get(new RunId(id)).id();
        var page = refusals.list(run, source, number(cursor, 0), limit);
        var next = page.size() < limit ? null : Long.toString(page.getLast().id());
        return new RefusalsResponse(refusals.reasons(run), page, next);
    }

    private static long number(@Nullable String cursor, long otherwise) {
        if (cursor == null) {
            return otherwise;
        }
        try {
            return Long.parseLong(cursor);
        } catch (NumberFormatException e) {
            throw new InvalidRequest(FieldError.of("cursor", "field.invalid"));
        }
    }
}
