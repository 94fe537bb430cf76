package kr.dangol.platform.database;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PostgresBinariesTest {

    @TempDir Path directory;

    @Test
    void removesWhatAnInterruptedStartLeftHalfUnpacked() throws IOException {
        var half = version("PG-half");
        Files.createFile(half.resolve("epg-lock"));
        var complete = version("PG-complete");
        Files.createFile(complete.resolve(".exists"));
        PostgresBinaries.removeHalfUnpacked(directory);
        assertThat(half).doesNotExist();
        assertThat(complete.resolve("bin/postgres")).exists();
    }

    @Test
    void leavesWhatSomebodyIsUnpackingNow() throws IOException {
        var half = version("PG-half");
        try (var channel =
                        FileChannel.open(
                                half.resolve("epg-lock"),
                                StandardOpenOption.CREATE,
                                StandardOpenOption.WRITE);
                var lock = channel.lock()) {
            assertThat(lock.isValid()).isTrue();
            PostgresBinaries.removeHalfUnpacked(directory);
        }
        assertThat(half.resolve("bin/postgres")).exists();
    }

    private Path version(String name) throws IOException {
        var version = Files.createDirectories(directory.resolve(name));
        Files.createFile(Files.createDirectories(version.resolve("bin")).resolve("postgres"));
        return version;
    }
}
