package kr.dangol.platform.outbox;

import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.PayloadApplicationEvent;
import org.springframework.context.support.AbstractApplicationContext;
import org.springframework.dao.TransientDataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.modulith.events.core.EventSerializer;
import org.springframework.transaction.event.TransactionalApplicationListener;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.util.ClassUtils;

/// Brings facts to their listeners. The row is taken out in the very transaction in which the
/// listener works, so each fact has its effect on the database exactly once, however often it is
/// tried and wherever: a process that dies gives its row back with its connection. What fails is
/// tried again later and later, at last set aside with the reason.
final class Deliveries {

    private static final Logger log = LoggerFactory.getLogger(Deliveries.class);
    private static final int MOST_ATTEMPTS = 8;
    private static final Duration FIRST_PAUSE = Duration.ofSeconds(1);
    private static final int LONGEST_REASON = 2_000;

    private static final String ROW =
            """
            select id, listener_id, event_type, serialized_event
            from event_publication p
            where dead_at is null and due_at <= now()
                and (order_key is null or not exists (
                    select 1 from event_publication e
                    where e.order_key = p.order_key and e.listener_id = p.listener_id
                        and e.seq < p.seq and e.dead_at is null))
            """;

    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;
    private final EventSerializer serializer;
    private final OutboxListeners listeners;
    private final AbstractApplicationContext context;
    private final MeterRegistry meters;

    Deliveries(
            JdbcClient jdbc,
            TransactionTemplate transaction,
            EventSerializer serializer,
            OutboxListeners listeners,
            AbstractApplicationContext context,
            MeterRegistry meters) {
        this.jdbc = jdbc;
        this.transaction = transaction;
        this.serializer = serializer;
        this.listeners = listeners;
        this.context = context;
        this.meters = meters;
    }

    private record Row(UUID id, String listenerId, String eventType, String serializedEvent) {}

    /// Delivers the oldest fact that is due and in nobody's hands; false when there is none.
    boolean deliverNext() {
        return deliver(() ->
                jdbc.sql(ROW + " order by seq limit 1 for update skip locked")
                        .query(Row.class)
                        .optional());
    }

    /// Delivers this fact, unless that was done. One that has to wait for another of its key is due
    /// again in a moment.
    void deliver(UUID id) {
        var delivered =
                deliver(() ->
                        jdbc.sql(ROW + " and id = :id for update skip locked")
                                .param("id", id)
                                .query(Row.class)
                                .optional());
        if (!delivered) {
            jdbc.sql(
                            """
                            update event_publication
                            set sent_at = null, due_at = greatest(due_at, now() + interval '1 second')
                            where id = :id and dead_at is null
                            """)
                    .param("id", id)
                    .update();
        }
    }

    private interface Taking {

        Optional<Row> take();
    }

    private boolean deliver(Taking taking) {
        var current = new @Nullable Row[1];
        try {
            transaction.executeWithoutResult(_ ->
                    taking.take()
                            .ifPresent(row -> {
                                current[0] = row;
                                remove(row.id());
                                call(row);
                            }));
        } catch (RuntimeException | Error e) {
            var row = current[0];
            if (row == null) {
                throw e;
            }
            failed(row, e);
        }
        var row = current[0];
        if (row != null) {
            meters.counter("dangol.outbox.tried", "listener", shortName(row.listenerId()))
                    .increment();
        }
        return row != null;
    }

    private void remove(UUID id) {
        jdbc.sql("delete from event_publication where id = :id").param("id", id).update();
    }

    private void call(Row row) {
        var fact = serializer.deserialize(row.serializedEvent(), type(row));
        var listener = listeners.find(row.listenerId());
        if (listener.isPresent()) {
            listener.get().deliver(fact);
        } else {
            callWithin(row.listenerId(), fact);
        }
    }

    /// A listener of the publishing process, which did not come to it.
    @SuppressWarnings("unchecked")
    private void callWithin(String listenerId, Object fact) {
        context.getApplicationListeners().stream()
                .filter(TransactionalApplicationListener.class::isInstance)
                .map(each ->
                        (TransactionalApplicationListener<PayloadApplicationEvent<Object>>) each)
                .filter(each -> each.getListenerId().equals(listenerId))
                .findFirst()
                .orElseThrow(() -> new NobodyListens(listenerId))
                .processEvent(new PayloadApplicationEvent<>(this, fact));
    }

    private static Class<?> type(Row row) {
        try {
            return ClassUtils.forName(row.eventType(), Deliveries.class.getClassLoader());
        } catch (ClassNotFoundException e) {
            throw new NobodyListens(row.eventType());
        }
    }

    private void failed(Row row, Throwable why) {
        meters.counter("dangol.outbox.failed", "listener", shortName(row.listenerId())).increment();
        var attempts =
                jdbc.sql(
                                """
                                update event_publication set attempts = attempts + 1, sent_at = null,
                                    failure = :failure,
                                    due_at = now() + make_interval(secs => :pause * 2 ^ attempts),
                                    dead_at = case when :hopeless or attempts + 1 >= :most
                                        then now() end
                                where id = :id returning attempts
                                """)
                        .param("id", row.id())
                        .param("failure", reason(why))
                        .param("pause", FIRST_PAUSE.toSeconds())
                        .param("hopeless", why instanceof NobodyListens)
                        .param("most", MOST_ATTEMPTS)
                        .query(Integer.class)
                        .optional()
                        .orElse(0);
        if (attempts >= MOST_ATTEMPTS || why instanceof NobodyListens) {
            log.error("fact set aside publication={} listener={}", row.id(), row.listenerId(), why);
        } else if (!(why instanceof TransientDataAccessException)) {
            log.warn(
                    "fact not taken, trying again publication={} listener={} attempt={}",
                    row.id(),
                    row.listenerId(),
                    attempts,
                    why);
        }
    }

    /// Sets a fact aside that the queue could not bring to anybody.
    void setAside(UUID id, String reason) {
        jdbc.sql(
                        """
                        update event_publication set dead_at = now(), failure = :reason
                        where id = :id and dead_at is null
                        """)
                .param("id", id)
                .param("reason", reason)
                .update();
        log.error("fact set aside publication={} reason={}", id, reason);
    }

    private static String reason(Throwable why) {
        var text = why.getClass().getName() + ": " + why.getMessage();
        return text.substring(0, Math.min(text.length(), LONGEST_REASON)).replace('\u0000', ' ');
    }

    /// `OwnEvents.on` of `kr.dangol.casebook.OwnEvents.on(kr.dangol.event.OutcomeRecorded)`.
    private static String shortName(String listenerId) {
        var method = listenerId.replaceFirst("\\(.*", "");
        var parts = method.split("\\.");
        return parts.length < 2 ? method : parts[parts.length - 2] + "." + parts[parts.length - 1];
    }

    /// Another release published this, or we forgot a listener that had work left.
    static final class NobodyListens extends RuntimeException {

        NobodyListens(String what) {
            super("Nobody listens any more: " + what);
        }
    }
}
