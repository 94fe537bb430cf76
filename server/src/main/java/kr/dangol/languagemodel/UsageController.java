package kr.dangol.languagemodel;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import kr.dangol.platform.InvalidRequest;
import kr.dangol.platform.ItemsResponse;
import kr.dangol.platform.Refusal.FieldError;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/// What outside models cost, for operators. Days are business days of Asia/Seoul; `to` is included.
@RestController
class UsageController {

    private static final int DEFAULT_DAYS = 30;

    private final UsageLedger ledger;
    private final Clock clock;

    UsageController(UsageLedger ledger, Clock clock) {
        this.ledger = ledger;
        this.clock = clock;
    }

    @GetMapping("/api/ops/usage")
    ItemsResponse<UsageRow> usage(
            @RequestParam(defaultValue = "day") String by,
            @RequestParam(required = false) @Nullable LocalDate from,
            @RequestParam(required = false) @Nullable LocalDate to) {
        var last = to == null ? LocalDate.now(clock) : to;
        var first = from == null ? last.minusDays(DEFAULT_DAYS - 1L) : from;
        if (first.isAfter(last)) {
            throw new InvalidRequest(FieldError.of("from", "validation.period"));
        }
        List<UsageRow> rows = ledger.usage(first, last.plusDays(1), period(by));
        return new ItemsResponse<>(rows, null);
    }

    private static UsagePeriod period(String by) {
        return switch (by.toLowerCase(Locale.ROOT)) {
            case "day" -> UsagePeriod.DAY;
            case "month" -> UsagePeriod.MONTH;
            default ->
                    throw new InvalidRequest(
                            FieldError.of("by", "validation.choice", "day, month"));
        };
    }
}
