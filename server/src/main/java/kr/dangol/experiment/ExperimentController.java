package kr.dangol.experiment;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import kr.dangol.platform.InvalidRequest;
import kr.dangol.platform.ItemsResponse;
import kr.dangol.platform.PlainText;
import kr.dangol.platform.Refusal.FieldError;
import kr.dangol.shared.KoreanText;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/// Experiments between writers, for operators.
@Tag(name = "Experiments")
@RestController
@RequestMapping("/api/ops/experiments")
class ExperimentController {

    private static final int MOST_DAYS = 60;
    private static final int MOST_ARMS = 4;

    private final Laboratory laboratory;
    private final ExperimentComposer composer;

    ExperimentController(Laboratory laboratory, ExperimentComposer composer) {
        this.laboratory = laboratory;
        this.composer = composer;
    }

    record NewExperimentRequest(
            @Schema(example = "짧은 제목") @NotBlank @Size(max = 80) String name,
            @Nullable @Size(max = 300) String hypothesis,
            @Schema(
                            allowableValues = {
                                "choice-rate",
                                "regenerate-rate",
                                "forecast-error",
                                "outcome"
                            },
                            example = "choice-rate")
                    @NotBlank
                    String measure,
            @Schema(example = "14") @NotNull @Min(1) @Max(MOST_DAYS) Integer windowDays,
            @NotNull @Size(min = 2, max = MOST_ARMS) List<@Valid ArmRequest> arms) {}

    /// The first is the control. A null model is the configured one.
    record ArmRequest(
            @Schema(example = "model") @NotNull @Pattern(regexp = "model|planner") String kind,
            @Schema(example = "v1") @Nullable String promptVersion,
            @Nullable String model) {

        Writer writer(int index) {
            if (kind.equals("planner")) {
                return Writer.PLANNER;
            }
            if (promptVersion == null || promptVersion.isBlank()) {
                throw new InvalidRequest(
                        FieldError.of("arms[" + index + "].promptVersion", "field.required"));
            }
            return Writer.model(promptVersion, model == null || model.isBlank() ? null : model);
        }
    }

    record ExperimentChangeRequest(
            @Schema(example = "running") @NotNull @Pattern(regexp = "running|stopped|promoted")
                    String status,
            @Nullable String arm) {}

    @Operation(summary = "All experiments, the newest first, without their results")
    @GetMapping
    ItemsResponse<ExperimentResponse> list() {
        return new ItemsResponse<>(laboratory.list().stream().map(composer::line).toList(), null);
    }

    @Operation(
            summary = "One experiment: what it could find, what it says by now, and by which rule")
    @GetMapping("/{id}")
    ExperimentResponse get(@PathVariable ExperimentId id) {
        return composer.whole(laboratory.get(id));
    }

    @Operation(summary = "Set up an experiment; it starts with PATCH")
    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    ExperimentResponse add(@Valid @RequestBody NewExperimentRequest request) {
        var measure =
                Measure.find(request.measure())
                        .orElseThrow(() ->
                                new InvalidRequest(
                                        FieldError.of("measure", "field.experiment.measure")));
        var arms =
                IntStream.range(0, request.arms().size())
                        .mapToObj(i -> request.arms().get(i).writer(i))
                        .toList();
        return composer.whole(
                laboratory.draft(
                        PlainText.of("name", request.name()),
                        request.hypothesis() == null ? "" : KoreanText.clean(request.hypothesis()),
                        measure,
                        Duration.ofDays(request.windowDays()),
                        arms));
    }

    @Operation(
            summary = "Start, stop, or promote an arm",
            description = "Promoting lets an arm's writer serve everybody and ends the experiment.")
    @PatchMapping("/{id}")
    ExperimentResponse change(
            @PathVariable ExperimentId id, @Valid @RequestBody ExperimentChangeRequest request) {
        return composer.whole(
                switch (request.status()) {
                    case "running" -> laboratory.start(id);
                    case "stopped" -> laboratory.stop(id);
                    default -> laboratory.promote(id, String.valueOf(request.arm()));
                });
    }

    @Operation(summary = "Throw a draft away")
    @ApiResponse(responseCode = "204", description = "No Content")
    @ApiResponse(responseCode = "409")
    @DeleteMapping("/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void remove(@PathVariable ExperimentId id) {
        laboratory.remove(id);
    }
}
