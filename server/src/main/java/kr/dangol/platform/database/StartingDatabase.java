package kr.dangol.platform.database;

import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import kr.dangol.platform.CannotStart;

/// The embedded database on its way up.
final class StartingDatabase implements AutoCloseable {

    private final CompletableFuture<EmbeddedDatabase> server;

    private StartingDatabase(CompletableFuture<EmbeddedDatabase> server) {
        this.server = server;
    }

    static StartingDatabase start(Path data, String database) {
        return new StartingDatabase(
                CompletableFuture.supplyAsync(
                        () -> EmbeddedDatabase.start(data, database),
                        task -> Thread.ofPlatform().name("database-start").start(task)));
    }

    EmbeddedDatabase await() {
        try {
            return server.join();
        } catch (CompletionException e) {
            throw e.getCause() instanceof CannotStart reason
                    ? reason
                    : new CannotStart("The embedded database did not start.", e);
        }
    }

    @Override
    public void close() {
        if (server.handle((started, failure) -> failure == null).join()) {
            server.join().close();
        }
    }
}
