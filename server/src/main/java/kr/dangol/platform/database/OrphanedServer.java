package kr.dangol.platform.database;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The PostgreSQL server that outlives a Dangol that was killed. It is asked to shut down in order
/// before a new one is started on the same files; everything acknowledged is in them.
final class OrphanedServer {

    private static final Logger log = LoggerFactory.getLogger(OrphanedServer.class);
    private static final int PATIENCE_SECONDS = 20;

    private final Path data;

    OrphanedServer(Path data) {
        this.data = data;
    }

    /// Call only while holding the lock of the data directory: then whoever still serves it is an
    /// orphan.
    void stop() {
        var pidFile = data.resolve("postmaster.pid");
        if (!Files.exists(pidFile)) {
            return;
        }
        try {
            var pid = Long.parseLong(Files.readAllLines(pidFile).getFirst().strip());
            var process = ProcessHandle.of(pid).filter(this::servesThisDirectory);
            if (process.isPresent()) {
                shutDown(process.get());
            } else {
                // The number may by now belong to a stranger, which PostgreSQL would mistake for a
                // running server.
                Files.deleteIfExists(pidFile);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private boolean servesThisDirectory(ProcessHandle process) {
        var commandLine = process.info().commandLine().orElse("");
        return commandLine.contains("postgres") && commandLine.contains(data.toString());
    }

    private void shutDown(ProcessHandle server) throws IOException {
        log.info("Stopping the database server that an earlier run left behind");
        // SIGINT is PostgreSQL's "fast" shutdown: it ends sessions and writes a checkpoint. SIGQUIT
        // skips the checkpoint and leaves recovery to the next start; nothing is lost either way.
        signal(server, "INT");
        if (!endsWithin(server, PATIENCE_SECONDS)) {
            signal(server, "QUIT");
            endsWithin(server, PATIENCE_SECONDS);
        }
    }

    private static void signal(ProcessHandle server, String name) throws IOException {
        try {
            new ProcessBuilder("kill", "-" + name, Long.toString(server.pid())).start().waitFor();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static boolean endsWithin(ProcessHandle server, int seconds) {
        try {
            server.onExit().get(seconds, TimeUnit.SECONDS);
            return true;
        } catch (TimeoutException | ExecutionException e) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
