package kr.dangol.insight.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import kr.dangol.insight.ledger.FeedbackLedger;
import kr.dangol.insight.ledger.FeedbackLedger.Kind;
import kr.dangol.insight.ledger.SumsRebuild;
import kr.dangol.insight.measures.Bill;
import kr.dangol.insight.measures.Details;
import kr.dangol.insight.measures.Details.OutcomeLine;
import kr.dangol.insight.measures.Details.SlowLine;
import kr.dangol.insight.measures.Dimension;
import kr.dangol.insight.measures.Measure;
import kr.dangol.insight.measures.Overview;
import kr.dangol.insight.measures.Overview.Reading;
import kr.dangol.insight.measures.Slice;
import kr.dangol.insight.sums.Span;
import kr.dangol.insight.web.InsightResponses.AccuracyTable;
import kr.dangol.insight.web.InsightResponses.BillResponse;
import kr.dangol.insight.web.InsightResponses.FeedbackResponse;
import kr.dangol.insight.web.InsightResponses.OverviewResponse;
import kr.dangol.insight.web.InsightResponses.PartResponse;
import kr.dangol.platform.InvalidRequest;
import kr.dangol.platform.ItemsResponse;
import kr.dangol.platform.Refusal.FieldError;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/// The operator's measures. Days are business days of Asia/Seoul, both ends included; the last 30
/// where none are named. With `Accept: text/csv` the same as a file.
@RestController
@RequestMapping("/api/ops/insight")
class InsightController {

    private static final String JSON = MediaType.APPLICATION_JSON_VALUE;

    private final Overview overview;
    private final Bill bill;
    private final FeedbackLedger feedbacks;
    private final Details details;
    private final SumsRebuild rebuild;
    private final Spans spans;

    InsightController(
            Overview overview,
            Bill bill,
            FeedbackLedger feedbacks,
            Details details,
            SumsRebuild rebuild,
            Spans spans) {
        this.overview = overview;
        this.bill = bill;
        this.feedbacks = feedbacks;
        this.details = details;
        this.rebuild = rebuild;
        this.spans = spans;
    }

    @Operation(summary = "Every measure with its target, trend and course")
    @GetMapping(path = "/overview", produces = JSON)
    OverviewResponse overview(
            @RequestParam(required = false) @Nullable LocalDate from,
            @RequestParam(required = false) @Nullable LocalDate to,
            Slice slice) {
        var span = spans.of(from, to);
        return OverviewResponse.of(span, slice, overview.read(span, slice));
    }

    @GetMapping(path = "/overview", produces = Csv.MEDIA_TYPE)
    ResponseEntity<String> overviewAsCsv(
            @RequestParam(required = false) @Nullable LocalDate from,
            @RequestParam(required = false) @Nullable LocalDate to,
            Slice slice) {
        var span = spans.of(from, to);
        return asCsv(span, overview.read(span, slice));
    }

    @Operation(summary = "Predicted against actual, by industry, region, engine or prompt version")
    @GetMapping(path = "/accuracy", produces = JSON)
    AccuracyTable accuracy(
            @Schema(allowableValues = {"industry", "region", "engine", "promptVersion"})
                    @RequestParam(defaultValue = "industry")
                    String by,
            @RequestParam(required = false) @Nullable LocalDate from,
            @RequestParam(required = false) @Nullable LocalDate to,
            Slice slice) {
        var span = spans.of(from, to);
        var dimension = dimension(by);
        return AccuracyTable.of(
                dimension,
                span,
                overview.apart(dimension, span, slice),
                overview.whole(span, slice));
    }

    @GetMapping(path = "/accuracy", produces = Csv.MEDIA_TYPE)
    ResponseEntity<String> accuracyAsCsv(
            @RequestParam(defaultValue = "industry") String by,
            @RequestParam(required = false) @Nullable LocalDate from,
            @RequestParam(required = false) @Nullable LocalDate to,
            Slice slice) {
        return Csv.of(
                "accuracy.csv",
                InsightResponses.AccuracyLine.class,
                accuracy(by, from, to, slice).items());
    }

    @Operation(summary = "Every measure by industry, region, engine or prompt version")
    @GetMapping(path = "/drilldown", produces = JSON)
    ItemsResponse<PartResponse> drilldown(
            @Schema(allowableValues = {"industry", "region", "engine", "promptVersion"})
                    @RequestParam(defaultValue = "industry")
                    String by,
            @RequestParam(required = false) @Nullable LocalDate from,
            @RequestParam(required = false) @Nullable LocalDate to,
            Slice slice) {
        var parts = overview.apart(dimension(by), spans.of(from, to), slice);
        return new ItemsResponse<>(parts.stream().map(PartResponse::of).toList(), null);
    }

    @GetMapping(path = "/drilldown", produces = Csv.MEDIA_TYPE)
    ResponseEntity<String> drilldownAsCsv(
            @RequestParam(defaultValue = "industry") String by,
            @RequestParam(required = false) @Nullable LocalDate from,
            @RequestParam(required = false) @Nullable LocalDate to,
            Slice slice) {
        var dimension = dimension(by);
        var header = new ArrayList<String>();
        header.add(dimension.key());
        Measure.all().stream().filter(Measure::isSliced).map(Measure::key).forEach(header::add);
        var rows = new ArrayList<Object[]>();
        for (var part : overview.apart(dimension, spans.of(from, to), slice)) {
            var row = new ArrayList<Object>();
            row.add(part.key());
            part.readings().forEach(reading -> row.add(InsightResponses.text(reading.value())));
            rows.add(row.toArray());
        }
        return Csv.of("measures.csv", header, rows);
    }

    @Operation(summary = "Single events, predicted against actual, the latest first")
    @GetMapping(path = "/outcomes", produces = JSON)
    ItemsResponse<OutcomeLine> outcomes(
            @RequestParam(required = false) @Nullable LocalDate from,
            @RequestParam(required = false) @Nullable LocalDate to,
            Slice slice,
            @RequestParam(defaultValue = "500") @Min(1) @Max(5000) int limit) {
        return new ItemsResponse<>(details.outcomes(spans.of(from, to), slice, limit), null);
    }

    @GetMapping(path = "/outcomes", produces = Csv.MEDIA_TYPE)
    ResponseEntity<String> outcomesAsCsv(
            @RequestParam(required = false) @Nullable LocalDate from,
            @RequestParam(required = false) @Nullable LocalDate to,
            Slice slice,
            @RequestParam(defaultValue = "5000") @Min(1) @Max(5000) int limit) {
        return Csv.of(
                "outcomes.csv",
                OutcomeLine.class,
                details.outcomes(spans.of(from, to), slice, limit));
    }

    @Operation(summary = "Requests that took longer than ten seconds, the latest first")
    @GetMapping(path = "/slow", produces = JSON)
    ItemsResponse<SlowLine> slow(
            @RequestParam(required = false) @Nullable LocalDate from,
            @RequestParam(required = false) @Nullable LocalDate to,
            @RequestParam(defaultValue = "100") @Min(1) @Max(1000) int limit) {
        return new ItemsResponse<>(details.slowRequests(spans.of(from, to), limit), null);
    }

    @GetMapping(path = "/slow", produces = Csv.MEDIA_TYPE)
    ResponseEntity<String> slowAsCsv(
            @RequestParam(required = false) @Nullable LocalDate from,
            @RequestParam(required = false) @Nullable LocalDate to,
            @RequestParam(defaultValue = "1000") @Min(1) @Max(1000) int limit) {
        return Csv.of(
                "slow-requests.csv",
                SlowLine.class,
                details.slowRequests(spans.of(from, to), limit));
    }

    @Operation(
            summary = "What owners did about what was shown: places chosen, fields edited, reasons")
    @GetMapping("/feedback")
    FeedbackResponse feedback(
            @RequestParam(required = false) @Nullable LocalDate from,
            @RequestParam(required = false) @Nullable LocalDate to) {
        var span = spans.of(from, to);
        return new FeedbackResponse(
                feedbacks.counts(Kind.CHOSEN, span),
                feedbacks.counts(Kind.EDITED, span),
                feedbacks.counts(Kind.REGENERATED, span));
    }

    @Operation(summary = "The bill of the running month and what it will probably be")
    @GetMapping("/bill")
    BillResponse bill() {
        return BillResponse.of(bill.thisMonth());
    }

    @Operation(summary = "Count all sums again from the rows they stand for")
    @PostMapping("/sums/rebuild")
    RebuildResponse rebuild() {
        return new RebuildResponse(rebuild.run());
    }

    record RebuildResponse(int days) {}

    private static ResponseEntity<String> asCsv(Span span, List<Reading> readings) {
        var header = new ArrayList<String>();
        header.add("day");
        readings.forEach(reading -> header.add(reading.measure().key()));
        var rows = new ArrayList<Object[]>();
        var days = span.days();
        for (var i = 0; i < days.size(); i++) {
            var row = new ArrayList<Object>();
            row.add(days.get(i).toString());
            for (var reading : readings) {
                row.add(InsightResponses.text(reading.days().get(i)));
            }
            rows.add(row.toArray());
        }
        return Csv.of("overview.csv", header, rows);
    }

    private static Dimension dimension(String by) {
        return Dimension.find(by)
                .orElseThrow(() ->
                        new InvalidRequest(
                                FieldError.of(
                                        "by",
                                        "field.insight.choice",
                                        "industry, region, engine, promptVersion")));
    }
}
