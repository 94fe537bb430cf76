package kr.dangol.casebook.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Size;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.List;
import java.util.UUID;
import kr.dangol.casebook.IndexSnapshots;
import kr.dangol.casebook.PrecedentId;
import kr.dangol.casebook.cleaning.CaseImport;
import kr.dangol.casebook.jdbc.SetAside;
import kr.dangol.casebook.search.IndexRebuild;
import kr.dangol.platform.ItemsResponse;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RequestPart;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MultipartFile;
import tools.jackson.databind.json.JsonMapper;

/// The case book for operators: search, import, state and rebuild of the index.
@RestController
@RequestMapping("/api/ops/cases")
class CaseController {

    private static final int MOST_SET_ASIDE = 1_000;

    private final CaseSearch search;
    private final CaseImport imports;
    private final IndexRebuild index;
    private final SetAside setAside;
    private final IndexSnapshots snapshots;
    private final JsonMapper json;

    CaseController(
            CaseSearch search,
            CaseImport imports,
            IndexRebuild index,
            SetAside setAside,
            IndexSnapshots snapshots,
            JsonMapper json) {
        this.snapshots = snapshots;
        this.setAside = setAside;
        this.search = search;
        this.imports = imports;
        this.index = index;
        this.json = json;
    }

    /// Without a query from the newest change on; with one the most alike first.
    @GetMapping
    CasesResponse list(
            @RequestParam(required = false) @Nullable @Size(max = 300) String query,
            @RequestParam(required = false) @Nullable String industry,
            @RequestParam(required = false) @Nullable String businessType,
            @RequestParam(required = false) @Nullable String city,
            @RequestParam(required = false) @Nullable String origin,
            @RequestParam(required = false) @Nullable String grade,
            @RequestParam(required = false) @Nullable String hasOutcome,
            @RequestParam(required = false) @Nullable String cursor,
            @RequestParam(defaultValue = "20") @Min(1) @Max(100) int limit) {
        var filter = CaseFilter.of(industry, businessType, city, origin, grade, hasOutcome);
        return query == null || query.isBlank()
                ? search.leaf(filter, cursor, limit)
                : search.alike(query, filter, cursor, limit);
    }

    @PostMapping(path = "/import", consumes = MediaType.MULTIPART_FORM_DATA_VALUE)
    @ApiResponse(
            responseCode = "200",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON_VALUE,
                            schema = @Schema(implementation = ImportResponse.class)))
    void importFile(@RequestPart("file") MultipartFile file, HttpServletResponse response)
            throws IOException {
        try (var csv = file.getInputStream()) {
            take(csv, response);
        }
    }

    @Operation(
            requestBody =
                    @io.swagger.v3.oas.annotations.parameters.RequestBody(
                            required = true,
                            content =
                                    @Content(
                                            mediaType = "text/csv",
                                            schema = @Schema(type = "string"))))
    @PostMapping(path = "/import", consumes = "text/csv")
    @ApiResponse(
            responseCode = "200",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON_VALUE,
                            schema = @Schema(implementation = ImportResponse.class)))
    void importBody(HttpServletRequest request, HttpServletResponse response) throws IOException {
        take(request.getInputStream(), response);
    }

    @GetMapping("/index")
    IndexRebuild.State index() {
        return index.state();
    }

    /// Starts filling the index anew; the state tells when it is done.
    @PostMapping("/index/rebuild")
    @ResponseStatus(HttpStatus.ACCEPTED)
    IndexRebuild.State rebuildIndex() {
        index.start();
        return index.state();
    }

    /// Cases that could not be embedded or indexed, the latest first.
    @GetMapping("/set-aside")
    ItemsResponse<SetAside.Poison> setAside() {
        return new ItemsResponse<>(setAside.list(MOST_SET_ASIDE), null);
    }

    /// Lets the indexes try again: one case, or all that the list shows.
    @PostMapping("/set-aside/retry")
    @ResponseStatus(HttpStatus.ACCEPTED)
    RetriedResponse retry(@RequestParam(required = false) @Nullable UUID id) {
        var ids =
                id == null
                        ? setAside.list(MOST_SET_ASIDE).stream().map(SetAside.Poison::id).toList()
                        : List.of(new PrecedentId(id));
        return new RetriedResponse(setAside.retry(ids));
    }

    /// How many cases are tried again.
    record RetriedResponse(int retried) {}

    /// Copies the built-in index into the data directory; `DANGOL_RESTORE_INDEX` takes it from
    /// there.
    @PostMapping("/index/snapshot")
    @ResponseStatus(HttpStatus.CREATED)
    SnapshotResponse snapshotIndex() {
        return new SnapshotResponse(snapshots.take().map(Path::toString).orElse(null));
    }

    /// Where the snapshot lies on the server; null while no index serves.
    record SnapshotResponse(@Nullable String folder) {}

    private void take(InputStream csv, HttpServletResponse response) throws IOException {
        try (var rejected = new RejectedLines(json)) {
            var result = imports.run(csv, rejected);
            response.setContentType(MediaType.APPLICATION_JSON_VALUE);
            rejected.writeAnswer(result, response.getOutputStream());
        }
    }
}
