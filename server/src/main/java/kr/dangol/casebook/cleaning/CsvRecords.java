package kr.dangol.casebook.cleaning;

import java.io.IOException;
import java.io.Reader;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.jspecify.annotations.Nullable;

/// Cuts a CSV text into records without ever holding more than one, and so that one bad line never
/// loses the others: where a quote stays open, only the line that opened it is bad, and reading
/// goes on with the next line.
final class CsvRecords {

    /// More lines than this in one record are no text of an event but a forgotten quote.
    private static final int LONGEST_RECORD = 50;

    private static final int LONGEST_LINE = 32 * 1024;

    private static final CSVFormat FORMAT =
            CSVFormat.RFC4180
                    .builder()
                    .setTrailingData(true)
                    .setIgnoreSurroundingSpaces(true)
                    .get();

    private final Reader text;
    private final Deque<String> returned = new ArrayDeque<>();
    private long lines;
    private int ahead = -1;

    CsvRecords(Reader text) {
        this.text = text;
    }

    /// A record with the number of its first line; `values` is null where it cannot be read.
    record CsvRecord(long line, @Nullable List<String> values) {}

    /// The next record that is not blank, or null at the end.
    @Nullable CsvRecord next() throws IOException {
        var first = nextLine();
        while (first != null && first.isBlank()) {
            first = nextLine();
        }
        if (first == null) {
            return null;
        }
        var number = lines;
        var record = whole(first);
        return new CsvRecord(number, record == null ? null : values(record));
    }

    /// The record that begins with this line; null when a quote in it never closes.
    private @Nullable String whole(String first) throws IOException {
        var record = new StringBuilder(first);
        var more = new ArrayList<String>();
        var isOpen = isQuoteOpen(first, false);
        while (isOpen) {
            var line = more.size() < LONGEST_RECORD ? nextLine() : null;
            if (line == null) {
                giveBack(more);
                return null;
            }
            more.add(line);
            record.append('\n').append(line);
            isOpen = isQuoteOpen(line, true);
        }
        return record.toString();
    }

    private void giveBack(List<String> more) {
        more.reversed().forEach(returned::addFirst);
        lines -= more.size();
    }

    /// Whether a quoted value goes on after this line. A quote opens a value only at its beginning.
    private static boolean isQuoteOpen(String line, boolean wasOpen) {
        var isOpen = wasOpen;
        var atStart = true;
        var justClosed = false;
        for (var i = 0; i < line.length(); i++) {
            var c = line.charAt(i);
            var isQuote = c == '"';
            if (isOpen) {
                isOpen = !isQuote;
                justClosed = isQuote;
            } else {
                isOpen = isQuote && (atStart || justClosed);
                justClosed = false;
            }
            atStart = !isOpen && (c == ',' || (atStart && c == ' '));
        }
        return isOpen;
    }

    private static @Nullable List<String> values(String record) {
        if (record.length() > LONGEST_LINE) {
            return null;
        }
        try (var parser = CSVParser.parse(record, FORMAT)) {
            var parsed = parser.iterator().next();
            return List.of(parsed.values());
        } catch (IOException | RuntimeException e) {
            return null;
        }
    }

    private @Nullable String nextLine() throws IOException {
        var line = returned.isEmpty() ? readLine() : returned.removeFirst();
        if (line != null) {
            lines++;
        }
        return line;
    }

    /// A line without its end; of an endless line only as much as shows that it is too long.
    private @Nullable String readLine() throws IOException {
        var line = new StringBuilder();
        var c = read();
        if (c < 0) {
            return null;
        }
        while (c >= 0 && c != '\n' && c != '\r') {
            if (line.length() <= LONGEST_LINE) {
                line.append((char) c);
            }
            c = read();
        }
        if (c == '\r') {
            var following = text.read();
            ahead = following == '\n' ? -1 : following;
        }
        return line.toString();
    }

    private int read() throws IOException {
        var c = ahead >= 0 ? ahead : text.read();
        ahead = -1;
        return c == '\uFEFF' && lines == 0 ? text.read() : c;
    }
}
