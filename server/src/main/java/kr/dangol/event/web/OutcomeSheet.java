package kr.dangol.event.web;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import kr.dangol.event.StoreEvent;
import kr.dangol.platform.InvalidRequest;
import kr.dangol.platform.Refusal.FieldError;
import org.apache.commons.csv.CSVException;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVRecord;

/// The CSV sheet on which an owner tells the figures of many events: handed out with the open
/// events on it, and read back with the figures filled in.
final class OutcomeSheet {

    static final String EVENT = "event_id";
    static final String PARTICIPANTS = "participants";
    static final String COST = "cost";
    static final String REVENUE = "revenue";
    static final String ROI = "roi";
    static final String MEASURED_BY = "measured_by";
    static final String COMPLETED_ON = "completed_on";

    private static final String BYTE_ORDER_MARK = "\uFEFF";
    private static final List<String> NEEDED = List.of(EVENT, PARTICIPANTS, COST);
    private static final CSVFormat FORMAT =
            CSVFormat.DEFAULT
                    .builder()
                    .setHeader()
                    .setSkipHeaderRecord(true)
                    .setIgnoreHeaderCase(true)
                    .setIgnoreSurroundingSpaces(true)
                    .setTrim(true)
                    .get();

    private OutcomeSheet() {}

    /// Starts with a byte order mark, without which spreadsheets misread Korean.
    static String of(List<StoreEvent> events) {
        var header =
                String.join(
                        ",",
                        EVENT,
                        "title",
                        "start_date",
                        "end_date",
                        PARTICIPANTS,
                        COST,
                        REVENUE,
                        ROI,
                        MEASURED_BY,
                        COMPLETED_ON);
        return Stream.concat(Stream.of(header), events.stream().map(OutcomeSheet::line))
                .collect(Collectors.joining("\r\n", BYTE_ORDER_MARK, "\r\n"));
    }

    /// The lines in order; refuses what is no such sheet at all.
    static List<CSVRecord> read(byte[] csv) {
        var text = new String(csv, StandardCharsets.UTF_8);
        var bare = text.startsWith(BYTE_ORDER_MARK) ? text.substring(1) : text;
        try (var parser = FORMAT.parse(new StringReader(bare))) {
            var columns =
                    parser.getHeaderNames().stream()
                            .map(name -> name.toLowerCase(Locale.ROOT))
                            .toList();
            if (!columns.containsAll(NEEDED)) {
                throw noSheet();
            }
            return parser.getRecords();
        } catch (CSVException | IllegalArgumentException e) {
            throw noSheet();
        } catch (UncheckedIOException e) {
            throw noSheet();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static InvalidRequest noSheet() {
        return new InvalidRequest(FieldError.of("file", "field.event.sheet"));
    }

    private static String line(StoreEvent event) {
        var plan = event.plan();
        return "%s,%s,%s,%s,,%d,,,,"
                .formatted(
                        event.id(),
                        quoted(plan.title()),
                        plan.startDate(),
                        plan.endDate(),
                        plan.traits().cost().amount());
    }

    /// The quote mark in front keeps a spreadsheet from reading a title as a formula.
    private static String quoted(String title) {
        var harmless = title.matches("[=+\\-@].*") ? "'" + title : title;
        return '"' + harmless.replace("\"", "\"\"") + '"';
    }
}
