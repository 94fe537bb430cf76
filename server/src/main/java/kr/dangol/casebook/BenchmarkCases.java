package kr.dangol.casebook;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import kr.dangol.shared.BusinessTypes;
import kr.dangol.shared.Channel;
import kr.dangol.shared.Grade;
import kr.dangol.shared.Purpose;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVRecord;

/// Ideas gathered by hand, in our own words, without figures. The file has the form of an import.
final class BenchmarkCases {

    private static final String FILE = "/casebook/benchmark-cases.csv";

    private BenchmarkCases() {}

    static List<Precedent> shipped() {
        var format = CSVFormat.RFC4180.builder().setHeader().setSkipHeaderRecord(true).get();
        try (var rows = format.parse(open())) {
            return rows.stream().map(BenchmarkCases::precedent).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Reader open() {
        var stream = BenchmarkCases.class.getResourceAsStream(FILE);
        return new InputStreamReader(Objects.requireNonNull(stream), StandardCharsets.UTF_8);
    }

    private static Precedent precedent(CSVRecord row) {
        var type = BusinessTypes.find(row.get("business_type")).orElseThrow();
        return new Precedent(
                id(row.get("title")),
                Origin.BENCHMARK,
                row.get("title"),
                row.get("prize"),
                row.get("participation"),
                type.industry(),
                type,
                null,
                null,
                null,
                Purpose.find(row.get("purpose")).orElseThrow(),
                Channel.find(row.get("type")).orElseThrow(),
                null,
                null,
                null,
                Grade.valueOf(row.get("grade")),
                null,
                null,
                row.get("source"));
    }

    private static PrecedentId id(String title) {
        var name = "dangol-benchmark-" + title;
        return new PrecedentId(UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8)));
    }
}
