package kr.dangol.platform.database;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import kr.dangol.platform.CannotStart;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// A real PostgreSQL server that belongs to this process, with its data kept between starts.
final class EmbeddedDatabase implements AutoCloseable {

    static final String USER = "postgres";
    private static final Logger log = LoggerFactory.getLogger(EmbeddedDatabase.class);

    private final EmbeddedPostgres server;

    private EmbeddedDatabase(EmbeddedPostgres server) {
        this.server = server;
    }

    /// Starts the server on `data`, which nobody else may be using.
    static EmbeddedDatabase start(Path data, String database) {
        new OrphanedServer(data).stop();
        try {
            var server = launch(data);
            createIfMissing(server, database);
            return new EmbeddedDatabase(server);
        } catch (IOException | SQLException | IllegalStateException e) {
            throw new CannotStart(
                    "The embedded database did not start on " + data + ": " + e.getMessage(), e);
        }
    }

    private static EmbeddedPostgres launch(Path data) throws IOException {
        var binaries = PostgresBinaries.directory(data.resolveSibling("postgres-binaries"));
        PostgresBinaries.removeHalfUnpacked(binaries);
        return EmbeddedPostgres.builder()
                .setOverrideWorkingDirectory(binaries.toFile())
                .setDataDirectory(data)
                .setCleanDataDirectory(false)
                .setRegisterShutdownHook(false)
                .setPGStartupWait(Duration.ofSeconds(60))
                .setLocaleConfig("locale", "C")
                .setLocaleConfig("locale-provider", "builtin")
                .setLocaleConfig("builtin-locale", "C.UTF-8")
                // The library is made for tests and gives up durability; owners' data must survive
                // a power cut.
                .setServerConfig("fsync", "on")
                .setServerConfig("synchronous_commit", "on")
                .setServerConfig("full_page_writes", "on")
                .setServerConfig("max_connections", "60")
                .setServerConfig("shared_buffers", "64MB")
                .setServerConfig("jit", "off")
                .start();
    }

    private static void createIfMissing(EmbeddedPostgres server, String database)
            throws SQLException {
        try (var connection = server.getPostgresDatabase().getConnection();
                var query =
                        connection.prepareStatement("select 1 from pg_database where datname = ?");
                var statement = connection.createStatement()) {
            query.setString(1, database);
            if (!query.executeQuery().next()) {
                statement.execute("create database \"" + database + "\"");
            }
        }
    }

    String jdbcUrl(String database) {
        return "jdbc:postgresql://localhost:" + server.getPort() + "/" + database;
    }

    @Override
    public void close() {
        try {
            server.close();
        } catch (IOException e) {
            log.warn("The embedded database did not stop in order", e);
        }
    }
}
