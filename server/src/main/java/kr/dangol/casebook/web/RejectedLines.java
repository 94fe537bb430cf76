package kr.dangol.casebook.web;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import kr.dangol.casebook.cleaning.ImportResult;
import kr.dangol.casebook.cleaning.Refusals;
import tools.jackson.core.JsonGenerator;
import tools.jackson.databind.json.JsonMapper;

/// Keeps refused lines in a file until the import has ended, and then writes the whole answer: a
/// file of a hundred thousand bad lines must not fill the heap, and an answer that began while the
/// client still sends could block both.
final class RejectedLines implements Refusals, AutoCloseable {

    private final Path file;
    private final JsonGenerator lines;

    RejectedLines(JsonMapper json) throws IOException {
        this.file = Files.createTempFile("dangol-import", ".json");
        this.lines = json.createGenerator(Files.newOutputStream(file));
        lines.writeStartArray();
    }

    @Override
    public void refused(long line, String reason) {
        lines.writeStartObject();
        lines.writeNumberProperty("line", line);
        lines.writeStringProperty("reason", reason);
        lines.writeEndObject();
    }

    void writeAnswer(ImportResult result, OutputStream answer) throws IOException {
        lines.writeEndArray();
        lines.close();
        answer.write(
                "{\"received\":%d,\"stored\":%d,\"duplicates\":%d,\"outliers\":%d,\"rejected\":"
                        .formatted(
                                result.received(),
                                result.stored(),
                                result.duplicates(),
                                result.outliers())
                        .getBytes(StandardCharsets.UTF_8));
        Files.copy(file, answer);
        answer.write('}');
    }

    @Override
    public void close() throws IOException {
        lines.close();
        Files.deleteIfExists(file);
    }
}
