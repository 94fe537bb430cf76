package kr.dangol.experiment;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.List;
import kr.dangol.platform.Multiline;
import kr.dangol.shared.KoreanText;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/// Versions of the prompt, for operators.
@Tag(name = "Experiments")
@RestController
@RequestMapping("/api/ops/prompts")
class PromptController {

    private static final int LONGEST = 8_000;
    private static final int LONGEST_NOTE = 300;

    private final Laboratory laboratory;
    private final Writers writers;
    private final Clock clock;

    PromptController(Laboratory laboratory, Writers writers, Clock clock) {
        this.laboratory = laboratory;
        this.writers = writers;
        this.clock = clock;
    }

    record PromptsResponse(
            List<PromptResponse> items, @Nullable String nextCursor, WriterResponse serving) {

        PromptsResponse {
            items = List.copyOf(items);
        }
    }

    /// @param tokens how many the system text takes, about
    /// @param sample the whole prompt for a typical brief; only with a single version
    record PromptResponse(
            String version,
            @Nullable @Schema(description = "Null for a version that came with the program")
                    String basedOn,
            @Schema(allowableValues = {"draft", "active", "retired"}) String status,
            String note,
            String systemText,
            int tokens,
            OffsetDateTime createdAt,
            OffsetDateTime updatedAt,
            @Nullable String sample) {}

    /// Who writes: a model with a prompt, or the planner. A null model is the configured one.
    record WriterResponse(
            @Schema(allowableValues = {"model", "planner"}) String kind,
            @Nullable String promptVersion,
            @Nullable String model) {

        static WriterResponse of(Writer writer) {
            return new WriterResponse(writer.kind().key(), writer.promptVersion(), writer.model());
        }
    }

    record NewPromptRequest(
            @Schema(example = "v1") @NotBlank String basedOn,
            @NotBlank @Size(max = LONGEST) @Multiline String systemText,
            @Schema(example = "제목을 더 짧게") @Nullable @Size(max = LONGEST_NOTE) String note) {}

    record PromptChangeRequest(
            @Nullable @Size(max = LONGEST) @Multiline String systemText,
            @Nullable @Size(max = LONGEST_NOTE) String note,
            @Schema(example = "active") @Nullable @Pattern(regexp = "active|retired")
                    String status) {}

    @Operation(summary = "All versions, the newest first, and what serves now")
    @GetMapping
    PromptsResponse list() {
        return new PromptsResponse(
                laboratory.prompts().stream().map(prompt -> response(prompt, null)).toList(),
                null,
                WriterResponse.of(laboratory.serving()));
    }

    @Operation(summary = "One version with the whole prompt for a typical brief")
    @GetMapping("/{version}")
    PromptResponse get(@PathVariable String version) {
        return whole(laboratory.prompt(version));
    }

    @Operation(summary = "A draft with other wording or examples; checked like a shipped one")
    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    PromptResponse add(@Valid @RequestBody NewPromptRequest request) {
        return whole(
                laboratory.draftPrompt(
                        request.basedOn(), request.systemText(), plain(request.note())));
    }

    @Operation(
            summary = "Edit a draft, let a version serve everybody, or retire it",
            description = "What anybody was ever shown cannot be edited: make a new version.")
    @PatchMapping("/{version}")
    PromptResponse change(
            @PathVariable String version, @Valid @RequestBody PromptChangeRequest request) {
        var prompt = laboratory.prompt(version);
        if (request.systemText() != null || request.note() != null) {
            prompt =
                    laboratory.editPrompt(
                            version,
                            request.systemText() == null
                                    ? prompt.systemText()
                                    : request.systemText(),
                            request.note() == null ? prompt.note() : plain(request.note()));
        }
        if ("active".equals(request.status())) {
            prompt = laboratory.activate(version);
        } else if ("retired".equals(request.status())) {
            prompt = laboratory.retire(version);
        }
        return whole(prompt);
    }

    private PromptResponse whole(PromptVersion prompt) {
        var base = prompt.basedOn() == null ? prompt.version() : prompt.basedOn();
        return response(prompt, writers.sample(base, prompt.systemText()));
    }

    private PromptResponse response(PromptVersion prompt, @Nullable String sample) {
        return new PromptResponse(
                prompt.version(),
                prompt.basedOn(),
                prompt.status().key(),
                prompt.note(),
                prompt.systemText(),
                writers.tokens(prompt.systemText()),
                prompt.createdAt().atZone(clock.getZone()).toOffsetDateTime(),
                prompt.updatedAt().atZone(clock.getZone()).toOffsetDateTime(),
                sample);
    }

    private static String plain(@Nullable String text) {
        return text == null ? "" : KoreanText.clean(text);
    }
}
