package kr.dangol.platform.database;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/// Where PostgreSQL's programs are unpacked once for all Dangols of a user.
final class PostgresBinaries {

    private PostgresBinaries() {}

    static Path directory() {
        var cache = System.getenv("XDG_CACHE_HOME");
        var base =
                cache == null || cache.isBlank()
                        ? Path.of(System.getProperty("user.home"), ".cache")
                        : Path.of(cache);
        try {
            return Files.createDirectories(base.resolve("dangol").resolve("postgres"));
        } catch (IOException homeNotWritable) {
            return Path.of(System.getProperty("java.io.tmpdir"), "dangol-postgres");
        }
    }
}
