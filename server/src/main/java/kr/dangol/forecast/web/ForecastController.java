package kr.dangol.forecast.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import java.util.List;
import kr.dangol.forecast.Forecaster;
import kr.dangol.forecast.Grounding;
import kr.dangol.platform.Caller;
import kr.dangol.platform.InvalidRequest;
import kr.dangol.platform.Refusal.FieldError;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/// Foretells plans: one, or up to a thousand at once.
@RestController
class ForecastController {

    private static final int MOST = 1_000;

    private final Forecaster forecaster;
    private final Grounding grounding;

    ForecastController(Forecaster forecaster, Grounding grounding) {
        this.forecaster = forecaster;
        this.grounding = grounding;
    }

    @PostMapping("/api/forecasts/basis")
    @Operation(summary = "Which precedents count most in the forecast of a plan, and why")
    GroundsResponse basis(Caller caller, @RequestBody ForecastRequest request) {
        var traits =
                PlanReader.read(new ForecastRequests(List.of(request), true)).getFirst().traits();
        return GroundsResponse.of(
                forecaster.forecast(traits), grounding.grounds(traits, caller.id()));
    }

    @PostMapping("/api/forecasts")
    @Operation(
            summary = "Forecasts one plan, or an array of up to 1,000",
            requestBody =
                    @io.swagger.v3.oas.annotations.parameters.RequestBody(
                            required = true,
                            content =
                                    @Content(
                                            schema =
                                                    @Schema(
                                                            oneOf = {
                                                                ForecastRequest.class,
                                                                ForecastRequest[].class
                                                            }))))
    @ApiResponse(
            responseCode = "200",
            description = "One forecast for one plan, an array for an array",
            content =
                    @Content(
                            schema =
                                    @Schema(
                                            oneOf = {
                                                ForecastResponse.class,
                                                ForecastResponse[].class
                                            })))
    Object forecast(Caller caller, @RequestBody ForecastRequests requests) {
        if (requests.items().size() > MOST) {
            throw new InvalidRequest(FieldError.of("", "field.forecast.many", MOST));
        }
        var answers =
                PlanReader.read(requests).stream()
                        .map(plan -> ForecastResponse.of(plan, forecaster.forecast(plan.traits())))
                        .toList();
        return requests.single() ? answers.getFirst() : answers;
    }
}
