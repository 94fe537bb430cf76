package kr.dangol.event.web;

import static java.util.Objects.requireNonNullElse;

import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.Validator;
import java.io.IOException;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.function.BiFunction;
import java.util.stream.Collectors;
import kr.dangol.event.EventFilter;
import kr.dangol.event.EventStatus;
import kr.dangol.event.Events;
import kr.dangol.event.MeasuredBy;
import kr.dangol.event.StoreEventId;
import kr.dangol.platform.Caller;
import kr.dangol.platform.InvalidRequest;
import kr.dangol.platform.Refusal;
import kr.dangol.platform.Refusal.FieldError;
import kr.dangol.shared.KoreanMoney;
import kr.dangol.shared.Won;
import org.apache.commons.csv.CSVRecord;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestPart;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MultipartFile;

/// Closes many events with one CSV sheet. One bad line never loses the others, and the same sheet
/// twice changes nothing.
@RestController
@RequestMapping("/api/events/performance")
class OutcomeImport {

    private static final int MOST_OPEN_EVENTS = 500;

    private final Events events;
    private final Validator validator;
    private final MessageSource messages;
    private final Clock clock;

    OutcomeImport(Events events, Validator validator, MessageSource messages, Clock clock) {
        this.events = events;
        this.validator = validator;
        this.messages = messages;
        this.clock = clock;
    }

    /// A sheet with the running events on it, to be filled in.
    @GetMapping(path = "/sheet", produces = "text/csv;charset=UTF-8")
    String sheet(Caller caller) {
        return OutcomeSheet.of(
                events.list(
                        caller.id(),
                        new EventFilter(EventStatus.RUNNING, null, null, MOST_OPEN_EVENTS)));
    }

    @PostMapping(path = "/import", consumes = "text/csv")
    FiguresReport read(Caller caller, @RequestBody byte[] csv) {
        return record(caller, csv);
    }

    @PostMapping(path = "/import", consumes = MediaType.MULTIPART_FORM_DATA_VALUE)
    FiguresReport read(Caller caller, @RequestPart MultipartFile file) throws IOException {
        return record(caller, file.getBytes());
    }

    /// What became of the lines; the header is line 1.
    record FiguresReport(int received, int recorded, List<RejectedFigures> rejected) {}

    record RejectedFigures(
            long line, @Schema(example = "participants: 값을 입력해 주세요.") String reason) {}

    private FiguresReport record(Caller caller, byte[] csv) {
        var lines = OutcomeSheet.read(csv);
        var rejected = new ArrayList<RejectedFigures>();
        for (var line : lines) {
            try {
                record(caller, line);
            } catch (Refusal refusal) {
                rejected.add(new RejectedFigures(line.getRecordNumber() + 1, reason(refusal)));
            }
        }
        return new FiguresReport(lines.size(), lines.size() - rejected.size(), rejected);
    }

    private void record(Caller caller, CSVRecord line) {
        var id = new StoreEventId(eventId(line));
        var request =
                new OutcomeRequest(
                        required(line, OutcomeSheet.PARTICIPANTS, OutcomeImport::number),
                        required(line, OutcomeSheet.COST, OutcomeImport::won),
                        number(line, OutcomeSheet.ROI),
                        won(line, OutcomeSheet.REVENUE),
                        null,
                        date(line),
                        measuredBy(line));
        checkFields(request);
        var event = events.get(caller.id(), id);
        events.recordOutcome(caller.id(), id, request.figures(event, LocalDate.now(clock)));
    }

    private void checkFields(OutcomeRequest request) {
        var wrong =
                validator.validate(request).stream()
                        .map(each ->
                                FieldError.of(each.getPropertyPath().toString(), each.getMessage()))
                        .toArray(FieldError[]::new);
        if (wrong.length > 0) {
            throw new InvalidRequest(wrong);
        }
    }

    private String reason(Refusal refusal) {
        if (refusal.errors().isEmpty()) {
            return text("problem." + refusal.code() + ".title", List.of());
        }
        return refusal.errors().stream()
                .map(each -> each.field() + ": " + text(each.messageKey(), each.arguments()))
                .sorted()
                .collect(Collectors.joining(" "));
    }

    /// Bean validation words its messages itself; those stand as they are.
    private String text(String key, List<Object> arguments) {
        var locale = LocaleContextHolder.getLocale();
        return requireNonNullElse(messages.getMessage(key, arguments.toArray(), null, locale), key);
    }

    private static UUID eventId(CSVRecord line) {
        try {
            return UUID.fromString(cell(line, OutcomeSheet.EVENT));
        } catch (IllegalArgumentException e) {
            throw wrong(OutcomeSheet.EVENT);
        }
    }

    private static @Nullable Integer number(CSVRecord line, String column) {
        var text = cell(line, column).replace(",", "").replace("%", "").strip();
        try {
            return text.isEmpty() ? null : Integer.valueOf(text);
        } catch (NumberFormatException e) {
            throw wrong(column);
        }
    }

    private static @Nullable Long won(CSVRecord line, String column) {
        var text = cell(line, column);
        if (text.isEmpty()) {
            return null;
        }
        return KoreanMoney.parse(text).map(Won::amount).orElseThrow(() -> wrong(column));
    }

    private static @Nullable LocalDate date(CSVRecord line) {
        var text = cell(line, OutcomeSheet.COMPLETED_ON);
        try {
            return text.isEmpty() ? null : LocalDate.parse(text);
        } catch (DateTimeException e) {
            throw wrong(OutcomeSheet.COMPLETED_ON);
        }
    }

    private static @Nullable MeasuredBy measuredBy(CSVRecord line) {
        var text = cell(line, OutcomeSheet.MEASURED_BY);
        return text.isEmpty()
                ? null
                : Arrays.stream(MeasuredBy.values())
                        .filter(each -> each.name().equalsIgnoreCase(text))
                        .findFirst()
                        .orElseThrow(() -> wrong(OutcomeSheet.MEASURED_BY));
    }

    private static <T> T required(
            CSVRecord line, String column, BiFunction<CSVRecord, String, @Nullable T> reader) {
        var value = reader.apply(line, column);
        if (value == null) {
            throw new InvalidRequest(FieldError.of(column, "field.required"));
        }
        return value;
    }

    private static String cell(CSVRecord line, String column) {
        return line.isSet(column) ? line.get(column) : "";
    }

    private static InvalidRequest wrong(String column) {
        return new InvalidRequest(FieldError.of(column, "field.invalid"));
    }
}
