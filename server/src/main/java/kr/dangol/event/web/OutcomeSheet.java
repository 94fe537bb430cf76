package kr.dangol.event.web;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import kr.dangol.event.StoreEvent;
import kr.dangol.platform.InvalidRequest;
import kr.dangol.platform.Refusal.FieldError;
import org.apache.commons.csv.CSVException;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVRecord;

/// The CSV sheet on which an owner tells the figures of many events: handed out with the open
/// events on it, and read back with the figures filled in. Its header is Korean or English.
final class OutcomeSheet {

    private static final String BYTE_ORDER_MARK = "\uFEFF";
    private static final Charset CP949 = Charset.forName("MS949");
    private static final List<Column> NEEDED =
            List.of(Column.EVENT, Column.PARTICIPANTS, Column.COST);
    private static final CSVFormat FORMAT =
            CSVFormat.DEFAULT.builder().setIgnoreSurroundingSpaces(true).setTrim(true).get();

    private OutcomeSheet() {}

    enum Column {
        EVENT("event_id", "이벤트 번호"),
        TITLE("title", "이벤트 이름"),
        START_DATE("start_date", "시작하는 날"),
        END_DATE("end_date", "끝나는 날"),
        PARTICIPANTS("participants", "참여 인원"),
        COST("cost", "쓴 돈"),
        REVENUE("revenue", "더 판 돈"),
        ROI("roi", "수익률"),
        MEASURED_BY("measured_by", "센 방법"),
        COMPLETED_ON("completed_on", "마감한 날");

        private final String english;
        private final String korean;

        Column(String english, String korean) {
            this.english = english;
            this.korean = korean;
        }

        String in(Locale locale) {
            return locale.getLanguage().equals("en") ? english : korean;
        }

        String key() {
            return english;
        }

        /// By its name in a header or that of its field in a request.
        static Optional<Column> named(String name) {
            var bare = bare(name);
            return Stream.of(values())
                    .filter(each ->
                            bare(each.english).equals(bare) || bare(each.korean).equals(bare))
                    .findFirst();
        }

        private static String bare(String name) {
            return name.replaceAll("[\\s_]", "").toLowerCase(Locale.ROOT);
        }
    }

    /// One line of a filled-in sheet; the header is line 1.
    record Line(long number, Map<Column, Cell> cells) {

        String text(Column column) {
            var cell = cells.get(column);
            return cell == null ? "" : cell.text();
        }

        /// The column as the sheet calls it, for its owner to find it again.
        String nameOf(Column column) {
            var cell = cells.get(column);
            return cell == null ? column.key() : cell.header();
        }
    }

    record Cell(String header, String text) {}

    /// Starts with a byte order mark, without which spreadsheets misread Korean.
    static String of(List<StoreEvent> events, Locale locale) {
        var header =
                Stream.of(Column.values())
                        .map(column -> column.in(locale))
                        .collect(Collectors.joining(","));
        return Stream.concat(Stream.of(header), events.stream().map(OutcomeSheet::line))
                .collect(Collectors.joining("\r\n", BYTE_ORDER_MARK, "\r\n"));
    }

    /// The lines in order; refuses what is no such sheet at all.
    static List<Line> read(byte[] csv) {
        var text = decoded(csv);
        var bare = text.startsWith(BYTE_ORDER_MARK) ? text.substring(1) : text;
        try (var parser = FORMAT.parse(new StringReader(bare))) {
            var records = parser.getRecords();
            if (records.isEmpty()) {
                throw noSheet();
            }
            var header = records.getFirst();
            var places = places(header);
            return records.stream().skip(1).map(each -> line(each, header, places)).toList();
        } catch (CSVException | UncheckedIOException e) {
            throw noSheet();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// UTF-8, or CP949 as Korean spreadsheets save a CSV.
    private static String decoded(byte[] csv) {
        try {
            return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(csv)).toString();
        } catch (CharacterCodingException e) {
            return new String(csv, CP949);
        }
    }

    /// Where each column stands; what is not ours is left alone.
    private static Map<Column, Integer> places(CSVRecord header) {
        var places = new EnumMap<Column, Integer>(Column.class);
        for (int place = 0; place < header.size(); place++) {
            var column = Column.named(header.get(place));
            if (column.isPresent() && places.put(column.get(), place) != null) {
                throw noSheet();
            }
        }
        if (!places.keySet().containsAll(NEEDED)) {
            throw noSheet();
        }
        return places;
    }

    /// A line that ends early has empty cells.
    private static Line line(CSVRecord written, CSVRecord header, Map<Column, Integer> places) {
        var cells = new EnumMap<Column, Cell>(Column.class);
        places.forEach((column, place) ->
                cells.put(
                        column,
                        new Cell(
                                header.get(place),
                                place < written.size() ? written.get(place) : "")));
        return new Line(written.getRecordNumber(), cells);
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
