package kr.dangol.platform.cluster;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.concurrent.Executor;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.stereotype.Component;

/// Advisory locks of PostgreSQL, each on a connection of its own: the server frees them when the
/// connection ends, however it ends.
@Component
class PostgresLock implements ClusterLock {

    private static final Logger log = LoggerFactory.getLogger(PostgresLock.class);
    private static final Duration HEARTBEAT = Duration.ofSeconds(2);
    private static final int PATIENCE_MILLIS = 10_000;

    private final OwnConnections connections;

    PostgresLock(OwnConnections connections) {
        this.connections = connections;
    }

    @Override
    public boolean tryRun(String name, Runnable work) {
        try (var connection = connections.open("lock " + name)) {
            if (!take(connection, name)) {
                return false;
            }
            runWatched(connection, name, work);
            return true;
        } catch (SQLException e) {
            throw new DataAccessResourceFailureException("lock " + name, e);
        }
    }

    private static boolean take(Connection connection, String name) throws SQLException {
        try (var query =
                connection.prepareStatement(
                        "select pg_try_advisory_lock(hashtextextended(?, 0))")) {
            query.setString(1, name);
            try (var answer = query.executeQuery()) {
                return answer.next() && answer.getBoolean(1);
            }
        }
    }

    private static void runWatched(Connection connection, String name, Runnable work)
            throws SQLException {
        connection.setNetworkTimeout(DIRECTLY, PATIENCE_MILLIS);
        var worker = Thread.currentThread();
        var watch =
                Thread.ofVirtual()
                        .name("lock-" + name)
                        .start(() -> interruptWhenLost(connection, name, worker));
        try {
            work.run();
        } finally {
            watch.interrupt();
            awaitEnd(watch);
        }
    }

    private static void interruptWhenLost(Connection connection, String name, Thread worker) {
        try (var heartbeat = connection.createStatement()) {
            while (true) {
                Thread.sleep(HEARTBEAT);
                heartbeat.execute("select 1");
            }
        } catch (InterruptedException done) {
            Thread.currentThread().interrupt();
        } catch (SQLException e) {
            log.warn("lock lost name={} cause={}", name, e.getMessage());
            worker.interrupt();
        }
    }

    /// The connection is used by one thread at a time.
    private static void awaitEnd(Thread watch) {
        var interrupted = Thread.interrupted();
        while (watch.isAlive()) {
            try {
                watch.join();
            } catch (InterruptedException e) {
                interrupted = true;
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    private static final Executor DIRECTLY = Runnable::run;
}
