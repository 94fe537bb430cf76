package kr.dangol.platform.outbox;

import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import kr.dangol.platform.outbox.Queue.Letter;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.amqp.rabbit.listener.SimpleMessageListenerContainer;
import org.springframework.context.SmartLifecycle;
import org.springframework.jdbc.core.simple.JdbcClient;

/// Hands what is due to the queue: at once what was published here, and soon what other processes
/// did not come to. A row that is sent and still there a minute later is sent again. Without the
/// broker the outbox waits, in the database.
final class QueueRelay implements SmartLifecycle {

    private static final Logger log = LoggerFactory.getLogger(QueueRelay.class);
    private static final Duration LOOKED_EVERY = Duration.ofSeconds(1);
    private static final int AT_ONCE = 200;

    private final Queue queue;
    private final JdbcClient jdbc;
    private final OutboxListeners listeners;
    private final List<SimpleMessageListenerContainer> consumers;
    private volatile boolean running;
    private volatile boolean said;
    private @Nullable Thread thread;

    QueueRelay(
            Queue queue,
            JdbcClient jdbc,
            OutboxListeners listeners,
            List<SimpleMessageListenerContainer> consumers) {
        this.queue = queue;
        this.jdbc = jdbc;
        this.listeners = listeners;
        this.consumers = consumers;
    }

    @Override
    public synchronized void start() {
        running = true;
        // Declares the queues that the consumers look for.
        sentSome();
        thread = Thread.ofVirtual().name("queue-relay").start(this::relay);
        consumers.forEach(SimpleMessageListenerContainer::start);
    }

    /// Messages in hand are finished, the others go back to the broker.
    @Override
    public synchronized void stop() {
        running = false;
        listeners.ring();
        consumers.forEach(SimpleMessageListenerContainer::stop);
        if (thread != null) {
            thread.interrupt();
        }
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    private void relay() {
        try {
            while (running) {
                if (!sentSome()) {
                    listeners.awaitRing(LOOKED_EVERY.toMillis());
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private boolean sentSome() {
        try {
            var letters = claim();
            if (letters.isEmpty()) {
                queue.look();
            } else {
                send(letters);
            }
            said = false;
            return !letters.isEmpty();
        } catch (RuntimeException e) {
            if (!said && running) {
                said = true;
                log.warn("outbox waits for queue or database: {}", e.getMessage());
            }
            return false;
        }
    }

    /// Committed before the message leaves: a worker may look for the row at once.
    private List<Letter> claim() {
        return jdbc
                .sql(
                        """
                        with due as (
                            select id from event_publication
                            where dead_at is null and due_at <= now()
                                and (sent_at is null or sent_at < now() - interval '1 minute')
                            order by seq limit :most for update skip locked)
                        update event_publication p set sent_at = now() from due
                        where p.id = due.id returning p.id, p.order_key, p.seq
                        """)
                .param("most", AT_ONCE)
                .query((row, number) ->
                        new Claimed(
                                row.getLong("seq"),
                                new Letter(
                                        row.getObject("id", UUID.class),
                                        row.getString("order_key"))))
                .list()
                .stream()
                .sorted(Comparator.comparingLong(Claimed::seq))
                .map(Claimed::letter)
                .toList();
    }

    private record Claimed(long seq, Letter letter) {}

    private void send(List<Letter> letters) {
        try {
            queue.send(letters);
        } catch (RuntimeException e) {
            jdbc.sql("update event_publication set sent_at = null where id in (:ids)")
                    .param("ids", letters.stream().map(Letter::publication).toList())
                    .update();
            throw e;
        }
    }
}
