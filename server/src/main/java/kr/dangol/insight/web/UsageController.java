package kr.dangol.insight.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import kr.dangol.insight.sums.CallSum;
import kr.dangol.insight.sums.Cube;
import kr.dangol.insight.sums.Cubes;
import kr.dangol.insight.sums.Span;
import kr.dangol.insight.sums.Tally;
import kr.dangol.platform.InvalidRequest;
import kr.dangol.platform.ItemsResponse;
import kr.dangol.platform.Refusal.FieldError;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/// What outside services cost, for operators.
@RestController
class UsageController {

    private static final Comparator<List<String>> BY_KEY =
            Comparator.comparing(key -> String.join(" ", key));

    private final Cube<CallSum> calls;
    private final Spans spans;

    UsageController(Cube<CallSum> calls, Spans spans) {
        this.calls = calls;
        this.spans = spans;
    }

    @Operation(
            summary = "Calls, tokens and money of outside services",
            description =
                    "Days are business days of Asia/Seoul, both ends included; the last 30 where"
                            + " none are named.")
    @GetMapping(path = "/api/ops/usage", produces = "application/json")
    ItemsResponse<UsageRow> usage(
            @Schema(allowableValues = {"day", "month"}) @RequestParam(defaultValue = "day")
                    String by,
            @RequestParam(required = false) @Nullable LocalDate from,
            @RequestParam(required = false) @Nullable LocalDate to) {
        return new ItemsResponse<>(rows(by, spans.of(from, to)), null);
    }

    @GetMapping(path = "/api/ops/usage", produces = Csv.MEDIA_TYPE)
    ResponseEntity<String> usageAsCsv(
            @RequestParam(defaultValue = "day") String by,
            @RequestParam(required = false) @Nullable LocalDate from,
            @RequestParam(required = false) @Nullable LocalDate to) {
        return Csv.of("usage.csv", UsageRow.class, rows(by, spans.of(from, to)));
    }

    /// Usage of one model for one task within one day (`2026-11-22`) or month (`2026-11`).
    record UsageRow(
            String period,
            String service,
            String model,
            String task,
            long calls,
            long completed,
            long inputTokens,
            long cacheWriteTokens,
            long cacheReadTokens,
            long outputTokens,
            long microUsd,
            long costKrw) {

        static UsageRow of(String period, List<String> key, Tally<CallSum> sums) {
            return new UsageRow(
                    period,
                    key.get(0),
                    key.get(2),
                    key.get(1),
                    sums.get(CallSum.CALLS),
                    sums.get(CallSum.SUCCEEDED),
                    sums.get(CallSum.INPUT_TOKENS),
                    sums.get(CallSum.CACHE_WRITE_TOKENS),
                    sums.get(CallSum.CACHE_READ_TOKENS),
                    sums.get(CallSum.OUTPUT_TOKENS),
                    sums.get(CallSum.MICRO_USD),
                    sums.get(CallSum.COST_KRW));
        }
    }

    private List<UsageRow> rows(String by, Span span) {
        var isMonthly = isMonthly(by);
        var periods = new TreeMap<String, Map<List<String>, Tally<CallSum>>>();
        calls.byDayAnd(Cubes.CALL_DIMENSIONS, span)
                .forEach((day, sums) -> {
                    var period = (isMonthly ? YearMonth.from(day) : day).toString();
                    var into = periods.computeIfAbsent(period, _ -> new TreeMap<>(BY_KEY));
                    sums.forEach((key, sum) ->
                            into.computeIfAbsent(key, _ -> new Tally<>(CallSum.class)).add(sum));
                });
        var rows = new ArrayList<UsageRow>();
        periods.forEach((period, sums) ->
                sums.forEach((key, sum) -> rows.add(UsageRow.of(period, key, sum))));
        return rows;
    }

    private static boolean isMonthly(String by) {
        return switch (by) {
            case "day" -> false;
            case "month" -> true;
            default ->
                    throw new InvalidRequest(
                            FieldError.of("by", "field.insight.choice", "day, month"));
        };
    }
}
