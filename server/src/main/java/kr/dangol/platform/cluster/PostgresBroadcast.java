package kr.dangol.platform.cluster;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// `NOTIFY` and `LISTEN` of PostgreSQL on one channel. Says so when its connection breaks, and
/// looks for a new one until there is one.
@Component
class PostgresBroadcast implements Broadcast, SmartLifecycle {

    private static final Logger log = LoggerFactory.getLogger(PostgresBroadcast.class);
    private static final String CHANNEL = "dangol";
    private static final int WAIT_MILLIS = 5_000;
    private static final Duration BEFORE_NEXT_TRY = Duration.ofSeconds(1);

    private final OwnConnections connections;
    private final JdbcClient jdbc;
    private final Counter unsent;
    private final String self = UUID.randomUUID().toString();
    private final Map<String, List<Listener>> listeners = new ConcurrentHashMap<>();
    private volatile boolean running;
    private @Nullable Thread reader;

    PostgresBroadcast(OwnConnections connections, JdbcClient jdbc, MeterRegistry meters) {
        this.connections = connections;
        this.jdbc = jdbc;
        this.unsent = meters.counter("dangol.broadcast.unsent");
    }

    @Override
    public void send(String topic, String message) {
        try {
            jdbc.sql("select pg_notify(:channel, :text)")
                    .param("channel", CHANNEL)
                    .param("text", self + ' ' + topic + ' ' + message)
                    .query((row, number) -> number)
                    .list();
        } catch (DataAccessException e) {
            unsent.increment();
            log.warn("broadcast not sent topic={} cause={}", topic, e.getMessage());
        }
    }

    @Override
    public void listen(String topic, Listener listener) {
        listeners.computeIfAbsent(topic, _ -> new CopyOnWriteArrayList<>()).add(listener);
    }

    @Override
    public synchronized void start() {
        if (!running) {
            running = true;
            reader = Thread.ofVirtual().name("broadcast").start(this::readOn);
        }
    }

    @Override
    public synchronized void stop() {
        running = false;
        if (reader != null) {
            reader.interrupt();
        }
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    /// Before everything that might want to hear something.
    @Override
    public int getPhase() {
        return 0;
    }

    private void readOn() {
        var first = true;
        while (isRunning()) {
            try (var connection = connections.open("broadcast")) {
                subscribe(connection);
                if (!first) {
                    log.info("broadcast is back");
                    listeners.values().forEach(each -> each.forEach(this::mayHaveMissedSome));
                }
                first = false;
                read(connection);
            } catch (SQLException e) {
                if (isRunning()) {
                    log.warn("broadcast interrupted cause={}", e.getMessage());
                    pause();
                }
            }
        }
    }

    private static void subscribe(Connection connection) throws SQLException {
        connection.setNetworkTimeout(Runnable::run, 2 * WAIT_MILLIS);
        try (var statement = connection.createStatement()) {
            statement.execute("listen " + CHANNEL);
        }
    }

    private void read(Connection connection) throws SQLException {
        var notifications = connection.unwrap(PGConnection.class);
        try (var heartbeat = connection.createStatement()) {
            while (isRunning()) {
                var news = notifications.getNotifications(WAIT_MILLIS);
                if (news == null || news.length == 0) {
                    heartbeat.execute("select 1");
                    continue;
                }
                for (var each : news) {
                    tell(each.getParameter());
                }
            }
        }
    }

    private void tell(String text) {
        var parts = text.split(" ", 3);
        if (parts.length == 3 && !parts[0].equals(self)) {
            var known = listeners.getOrDefault(parts[1], List.of());
            known.forEach(each -> guarded(each, listener -> listener.on(parts[2])));
        }
    }

    private void mayHaveMissedSome(Listener listener) {
        guarded(listener, Listener::mayHaveMissedSome);
    }

    /// One listener's failure is none of the others' business.
    private static void guarded(Listener listener, Consumer<Listener> call) {
        try {
            call.accept(listener);
        } catch (RuntimeException e) {
            log.error("broadcast listener failed", e);
        }
    }

    private static void pause() {
        try {
            Thread.sleep(BEFORE_NEXT_TRY);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
