package kr.dangol.platform.database;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.springframework.util.FileSystemUtils;

/// Where PostgreSQL's programs are unpacked once for all Dangols of a user.
final class PostgresBinaries {

    private static final String COMPLETE = ".exists";
    private static final String LOCK = "epg-lock";

    private PostgresBinaries() {}

    /// Unpacking that was interrupted leaves half the programs, over which the library stumbles
    /// ever after. Whoever is still unpacking holds the lock.
    static void removeHalfUnpacked(Path directory) throws IOException {
        try (var versions = Files.newDirectoryStream(directory, "PG-*")) {
            for (var version : versions) {
                if (!Files.exists(version.resolve(COMPLETE)) && isAbandoned(version)) {
                    FileSystemUtils.deleteRecursively(version);
                }
            }
        }
    }

    private static boolean isAbandoned(Path version) throws IOException {
        var lockFile = version.resolve(LOCK);
        if (!Files.exists(lockFile)) {
            return true;
        }
        try (var channel = FileChannel.open(lockFile, StandardOpenOption.WRITE);
                var lock = channel.tryLock()) {
            return lock != null;
        } catch (OverlappingFileLockException heldByThisProcess) {
            return false;
        }
    }

    static Path directory(Path fallback) throws IOException {
        var cache = System.getenv("XDG_CACHE_HOME");
        var base =
                cache == null || cache.isBlank()
                        ? Path.of(System.getProperty("user.home"), ".cache")
                        : Path.of(cache);
        try {
            return Files.createDirectories(base.resolve("dangol").resolve("postgres"));
        } catch (IOException homeNotWritable) {
            return Files.createDirectories(fallback);
        }
    }
}
