package kr.dangol.testing;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import org.springframework.boot.test.util.TestPropertyValues;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;

/// Points an application under test at an empty database and an empty data directory. Runs before
/// the application's own initializers, which look for both.
@Order(Ordered.HIGHEST_PRECEDENCE)
public final class TestSurroundings
        implements ApplicationContextInitializer<ConfigurableApplicationContext> {

    private static final AtomicInteger contexts = new AtomicInteger();

    @Override
    public void initialize(ConfigurableApplicationContext context) {
        var name = "dangol_" + contexts.incrementAndGet();
        var server = Server.RUNNING;
        try (var connection = server.getPostgresDatabase().getConnection();
                var statement = connection.createStatement()) {
            statement.execute("create database " + name);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
        TestPropertyValues.of(
                        "dangol.data-dir=" + emptyDirectory(name),
                        "dangol.database.host=localhost",
                        "dangol.database.port=" + server.getPort(),
                        "dangol.database.name=" + name,
                        "dangol.database.user=postgres",
                        "spring.datasource.hikari.maximum-pool-size=10",
                        // Tests sign up far more people from one address than people do.
                        "dangol.limits.sign-ins-per-minute=100000",
                        // A night of Seoul must not fall into a test.
                        "dangol.intake.nightly=false")
                .applyTo(context);
    }

    private static Path emptyDirectory(String name) {
        try {
            var directory = Files.createTempDirectory(name);
            directory.toFile().deleteOnExit();
            return directory;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// Started with the first application under test, stopped with the JVM.
    private static final class Server {

        static final EmbeddedPostgres RUNNING = start();

        private static EmbeddedPostgres start() {
            try {
                return EmbeddedPostgres.builder()
                        .setPGStartupWait(Duration.ofSeconds(60))
                        .setServerConfig("fsync", "off")
                        .setServerConfig("full_page_writes", "off")
                        .setServerConfig("max_connections", "100")
                        .setServerConfig("shared_buffers", "32MB")
                        .start();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
