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
import kr.dangol.event.web.OutcomeSheet.Column;
import kr.dangol.event.web.OutcomeSheet.Line;
import kr.dangol.platform.Caller;
import kr.dangol.platform.InvalidRequest;
import kr.dangol.platform.Refusal;
import kr.dangol.platform.Refusal.FieldError;
import kr.dangol.shared.KoreanMoney;
import kr.dangol.shared.Won;
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

    /// A sheet with the running events on it, to be filled in; its header is Korean, or English
    /// with `Accept-Language: en`. Both are read.
    @GetMapping(path = "/sheet", produces = "text/csv;charset=UTF-8")
    String sheet(Caller caller) {
        return OutcomeSheet.of(
                events.list(
                        caller.id(),
                        new EventFilter(EventStatus.RUNNING, null, null, MOST_OPEN_EVENTS)),
                LocaleContextHolder.getLocale());
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
                rejected.add(new RejectedFigures(line.number(), reason(refusal, line)));
            }
        }
        return new FiguresReport(lines.size(), lines.size() - rejected.size(), rejected);
    }

    private void record(Caller caller, Line line) {
        var id = new StoreEventId(eventId(line));
        var request =
                new OutcomeRequest(
                        required(line, Column.PARTICIPANTS, OutcomeImport::number),
                        required(line, Column.COST, OutcomeImport::won),
                        number(line, Column.ROI),
                        won(line, Column.REVENUE),
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

    private String reason(Refusal refusal, Line line) {
        if (refusal.errors().isEmpty()) {
            return text("problem." + refusal.code() + ".title", List.of());
        }
        return refusal.errors().stream()
                .map(each ->
                        nameOf(each.field(), line)
                                + ": "
                                + text(each.messageKey(), each.arguments()))
                .sorted()
                .collect(Collectors.joining(" "));
    }

    private static String nameOf(String field, Line line) {
        return Column.named(field).map(line::nameOf).orElse(field);
    }

    /// Bean validation words its messages itself; those stand as they are.
    private String text(String key, List<Object> arguments) {
        var locale = LocaleContextHolder.getLocale();
        return requireNonNullElse(messages.getMessage(key, arguments.toArray(), null, locale), key);
    }

    private static UUID eventId(Line line) {
        try {
            return UUID.fromString(line.text(Column.EVENT));
        } catch (IllegalArgumentException e) {
            throw wrong(Column.EVENT);
        }
    }

    private static @Nullable Integer number(Line line, Column column) {
        var text = line.text(column).replaceAll("[,%명\\s]", "");
        try {
            return text.isEmpty() ? null : Integer.valueOf(text);
        } catch (NumberFormatException e) {
            throw wrong(column);
        }
    }

    private static @Nullable Long won(Line line, Column column) {
        var text = line.text(column);
        if (text.isEmpty()) {
            return null;
        }
        return KoreanMoney.parse(text).map(Won::amount).orElseThrow(() -> wrong(column));
    }

    private static @Nullable LocalDate date(Line line) {
        var text = line.text(Column.COMPLETED_ON);
        try {
            return text.isEmpty() ? null : LocalDate.parse(text);
        } catch (DateTimeException e) {
            throw wrong(Column.COMPLETED_ON);
        }
    }

    private static @Nullable MeasuredBy measuredBy(Line line) {
        var text = line.text(Column.MEASURED_BY);
        return text.isEmpty()
                ? null
                : Arrays.stream(MeasuredBy.values())
                        .filter(each ->
                                each.name().equalsIgnoreCase(text)
                                        || text.startsWith(inKorean(each)))
                        .findFirst()
                        .orElseThrow(() -> wrong(Column.MEASURED_BY));
    }

    /// How the word begins that the pages use for it.
    private static String inKorean(MeasuredBy measuredBy) {
        return switch (measuredBy) {
            case TILL -> "포스";
            case COUNT -> "직접";
            case GUESS -> "어림";
        };
    }

    private static <T> T required(
            Line line, Column column, BiFunction<Line, Column, @Nullable T> reader) {
        var value = reader.apply(line, column);
        if (value == null) {
            throw new InvalidRequest(FieldError.of(column.key(), "field.required"));
        }
        return value;
    }

    private static InvalidRequest wrong(Column column) {
        return new InvalidRequest(FieldError.of(column.key(), "field.invalid"));
    }
}
