package kr.dangol.platform.database;

import io.micrometer.core.instrument.MeterRegistry;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Properties;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/// Knows within about a second whether the database answers, by a connection of its own, so that
/// requests need not each find out by waiting.
@Component
class DatabaseWatch implements SmartLifecycle {

    private static final Logger log = LoggerFactory.getLogger(DatabaseWatch.class);
    private static final Duration LOOKED_EVERY = Duration.ofMillis(500);
    private static final int PATIENCE_SECONDS = 2;
    private static final String CONNECTION_FAILURES = "08";

    private final JdbcConnectionDetails database;
    private final DatabaseState state;
    private volatile boolean running;

    DatabaseWatch(JdbcConnectionDetails database, DatabaseState state, MeterRegistry meters) {
        this.database = database;
        this.state = state;
        meters.gauge("dangol.database.up", state, each -> each.isDown() ? 0 : 1);
    }

    @Override
    public void start() {
        running = true;
        Thread.ofVirtual().name("database-watch").start(this::watch);
    }

    @Override
    public void stop() {
        running = false;
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    private void watch() {
        while (running) {
            try (var connection = open()) {
                tell(false);
                while (running && connection.isValid(PATIENCE_SECONDS)) {
                    pause();
                }
            } catch (SQLException e) {
                tell(true);
                if (isUnreachable(e)) {
                    state.tellUnreachable();
                }
                pause();
            }
        }
    }

    /// A server that is there and refuses, for instance because it is full, may still be at work on
    /// what we asked.
    private static boolean isUnreachable(SQLException failure) {
        var code = failure.getSQLState();
        return code != null && code.startsWith(CONNECTION_FAILURES);
    }

    private Connection open() throws SQLException {
        var properties = new Properties();
        properties.setProperty("user", String.valueOf(database.getUsername()));
        properties.setProperty("password", String.valueOf(database.getPassword()));
        properties.setProperty("ApplicationName", "dangol watch");
        properties.setProperty("connectTimeout", "" + PATIENCE_SECONDS);
        properties.setProperty("loginTimeout", "" + PATIENCE_SECONDS);
        return DriverManager.getConnection(database.getJdbcUrl(), properties);
    }

    private void tell(boolean isDown) {
        if (isDown != state.isDown() && running) {
            state.setDown(isDown);
            if (isDown) {
                log.error("database does not answer; cached answers and 503 until it does");
            } else {
                log.info("database is back");
            }
        }
    }

    private static void pause() {
        try {
            Thread.sleep(LOOKED_EVERY);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
