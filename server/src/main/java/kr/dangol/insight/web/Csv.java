package kr.dangol.insight.web;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.RecordComponent;
import java.util.List;
import java.util.stream.Stream;
import org.apache.commons.csv.CSVFormat;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;

/// The same rows as a file for a spreadsheet.
final class Csv {

    static final String MEDIA_TYPE = "text/csv";

    /// Without it Excel takes the Korean for something else.
    private static final char BYTE_ORDER_MARK = '\uFEFF';

    private Csv() {}

    /// One column for each component of the record.
    static <R extends Record> ResponseEntity<String> of(
            String name, Class<R> type, List<R> records) {
        var components = type.getRecordComponents();
        return of(
                name,
                Stream.of(components).map(RecordComponent::getName).toList(),
                records.stream()
                        .map(each -> Stream.of(components).map(it -> value(it, each)).toArray())
                        .toList());
    }

    static ResponseEntity<String> of(String name, List<String> header, List<Object[]> rows) {
        var text = new StringBuilder().append(BYTE_ORDER_MARK);
        try (var printer = CSVFormat.RFC4180.print(text)) {
            printer.printRecord(header);
            for (var row : rows) {
                printer.printRecord(Stream.of(row).map(Csv::harmless).toArray());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return ResponseEntity.ok()
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment().filename(name).build().toString())
                .header(HttpHeaders.CONTENT_TYPE, MEDIA_TYPE + ";charset=UTF-8")
                .body(text.toString());
    }

    /// A spreadsheet would run a text that begins like a formula.
    private static @Nullable Object harmless(@Nullable Object value) {
        return value instanceof String text
                        && !text.isEmpty()
                        && "=+-@\t\r".indexOf(text.charAt(0)) >= 0
                ? "'" + text
                : value;
    }

    private static @Nullable Object value(RecordComponent component, Record of) {
        try {
            var accessor = component.getAccessor();
            accessor.setAccessible(true);
            return accessor.invoke(of);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }
}
