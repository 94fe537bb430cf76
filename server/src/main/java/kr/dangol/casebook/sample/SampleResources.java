package kr.dangol.casebook.sample;

import java.io.BufferedReader;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.function.Function;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVRecord;

/// Opens what ships beside the code under `casebook/`.
final class SampleResources {

    private static final CSVFormat WITH_HEADER =
            CSVFormat.RFC4180.builder().setHeader().setSkipHeaderRecord(true).get();

    private SampleResources() {}

    static BufferedReader open(String name) throws IOException {
        var stream = SampleResources.class.getResourceAsStream("/casebook/" + name);
        if (stream == null) {
            throw new FileNotFoundException("casebook/" + name);
        }
        return new BufferedReader(new InputStreamReader(stream, StandardCharsets.UTF_8));
    }

    static <T> List<T> csv(String name, Function<CSVRecord, T> reader) throws IOException {
        try (var parser = WITH_HEADER.parse(open(name))) {
            return parser.stream().map(reader).toList();
        }
    }
}
