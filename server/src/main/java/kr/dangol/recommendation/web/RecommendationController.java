package kr.dangol.recommendation.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.function.Function;
import kr.dangol.event.StoreEventResponse;
import kr.dangol.platform.Caller;
import kr.dangol.platform.ItemsResponse;
import kr.dangol.platform.Problems;
import kr.dangol.platform.Refusal;
import kr.dangol.recommendation.RecommendationId;
import kr.dangol.recommendation.serving.AnswerResponse;
import kr.dangol.recommendation.serving.Audience;
import kr.dangol.recommendation.serving.Choices;
import kr.dangol.recommendation.serving.HistoryItem;
import kr.dangol.recommendation.serving.Recommendations;
import kr.dangol.recommendation.web.EventStream.ClientGone;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.json.JsonMapper;

/// The main job over HTTP.
@Tag(name = "Recommendations")
@RestController
@RequestMapping("/api/recommendations")
class RecommendationController {

    private static final Logger log = LoggerFactory.getLogger(RecommendationController.class);

    private final OrderReader orders;
    private final Recommendations recommendations;
    private final Choices choices;
    private final Problems problems;
    private final JsonMapper json;
    private final Clock clock;

    RecommendationController(
            OrderReader orders,
            Recommendations recommendations,
            Choices choices,
            Problems problems,
            JsonMapper json,
            Clock clock) {
        this.orders = orders;
        this.recommendations = recommendations;
        this.choices = choices;
        this.problems = problems;
        this.json = json;
        this.clock = clock;
    }

    @Operation(
            summary = "Six plans with trends and forecasts",
            description =
                    "With `Accept: text/event-stream` the answer streams: `trends` at once, `plan` as"
                            + " each is finished, then `done` or `error`.")
    @ApiResponse(responseCode = "200", useReturnTypeSchema = true)
    @ApiResponse(responseCode = "404")
    @PostMapping(produces = {MediaType.APPLICATION_JSON_VALUE, EventStream.MEDIA_TYPE})
    @Nullable ResponseEntity<AnswerResponse> recommend(
            Caller caller,
            @RequestBody RecommendationRequest wanted,
            HttpServletRequest request,
            HttpServletResponse response) {
        var order = orders.read(caller.id(), wanted);
        return answer(audience -> recommendations.recommend(order, audience), request, response);
    }

    @Operation(summary = "Six other plans for the same request; also streams")
    @PostMapping(
            path = "/{id}/regenerate",
            produces = {MediaType.APPLICATION_JSON_VALUE, EventStream.MEDIA_TYPE})
    @Nullable ResponseEntity<AnswerResponse> regenerate(
            Caller caller,
            @PathVariable RecommendationId id,
            @RequestBody(required = false) @Nullable RegenerateRequest why,
            HttpServletRequest request,
            HttpServletResponse response) {
        var reason = why == null ? null : why.rejectionReason();
        return answer(
                audience -> recommendations.regenerate(caller.id(), id, reason, audience),
                request,
                response);
    }

    @Operation(summary = "Earlier answers, the newest first")
    @GetMapping
    ItemsResponse<HistoryItem> list(
            Caller caller,
            @RequestParam(required = false) @Nullable String cursor,
            @RequestParam(defaultValue = "20") @Min(1) @Max(100) int limit) {
        return recommendations.list(caller.id(), cursor, limit);
    }

    @Operation(summary = "One earlier answer, whole")
    @GetMapping("/{id}")
    AnswerResponse get(Caller caller, @PathVariable RecommendationId id) {
        return recommendations.get(caller.id(), id);
    }

    @Operation(
            summary = "Choose a plan: it becomes a draft event",
            description = "Choosing again replaces the choice while the event is not running.")
    @PostMapping("/{id}/selection")
    @ResponseStatus(HttpStatus.CREATED)
    StoreEventResponse choose(
            Caller caller,
            @PathVariable RecommendationId id,
            @RequestBody SelectionRequest selection) {
        var event = choices.choose(caller.id(), id, selection.choice());
        return StoreEventResponse.of(event, LocalDate.now(clock));
    }

    private @Nullable ResponseEntity<AnswerResponse> answer(
            Function<Audience, AnswerResponse> work,
            HttpServletRequest request,
            HttpServletResponse response) {
        if (!wantsStream(request)) {
            return ResponseEntity.ok(work.apply(Audience.NONE));
        }
        stream(work, new EventStream(response, json), request);
        return null;
    }

    /// What goes wrong before the first event is an ordinary problem with its own status.
    private void stream(
            Function<Audience, AnswerResponse> work,
            EventStream stream,
            HttpServletRequest request) {
        try {
            stream.done(work.apply(stream));
        } catch (ClientGone e) {
            log.debug("the client left", e);
        } catch (RuntimeException e) {
            if (!stream.hasBegun()) {
                throw e;
            }
            tellFailure(e, stream, request);
        }
    }

    private void tellFailure(
            RuntimeException failure, EventStream stream, HttpServletRequest request) {
        try {
            if (failure instanceof Refusal refusal) {
                stream.failed(problems.of(refusal, request));
            } else {
                log.error("a stream failed", failure);
                stream.failed(problems.of(500, request));
            }
        } catch (ClientGone e) {
            log.debug("the client left", e);
        }
    }

    /// Whoever accepts both as gladly gets what is named first; who names neither gets JSON.
    private static boolean wantsStream(HttpServletRequest request) {
        var accepted = new ArrayList<>(MediaType.parseMediaTypes(request.getHeader("Accept")));
        accepted.sort(Comparator.comparingDouble(MediaType::getQualityValue).reversed());
        return accepted.stream()
                .filter(each -> isStream(each) || each.isCompatibleWith(MediaType.APPLICATION_JSON))
                .findFirst()
                .filter(RecommendationController::isStream)
                .isPresent();
    }

    private static boolean isStream(MediaType type) {
        return type.equalsTypeAndSubtype(MediaType.TEXT_EVENT_STREAM);
    }
}
