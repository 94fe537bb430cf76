package kr.dangol.shared;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;

/// A small comma-separated table that ships with the product: one header line, no quoting.
public final class DataFile {

    private DataFile() {}

    /// The rows below the header, each with all its columns, empty ones included.
    static List<List<String>> rows(String name) {
        return rows(DataFile.class, name);
    }

    /// The same for a table that lies beside a class of another module.
    public static List<List<String>> rows(Class<?> owner, String name) {
        return text(owner, name)
                .lines()
                .skip(1)
                .filter(line -> !line.isBlank())
                .map(line -> List.of(line.split(",", -1)))
                .toList();
    }

    /// The parts of a cell that holds several values.
    public static List<String> parts(String cell) {
        return cell.isEmpty() ? List.of() : List.of(cell.split("\\|"));
    }

    private static String text(Class<?> owner, String name) {
        try (InputStream stream = owner.getResourceAsStream(name)) {
            return new String(
                    Objects.requireNonNull(stream, name).readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(name, e);
        }
    }
}
