package kr.dangol.platform.outbox;

import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.stream.Stream;
import kr.dangol.platform.InOrder;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.modulith.events.EventPublication;
import org.springframework.modulith.events.ResubmissionOptions;
import org.springframework.modulith.events.core.EventPublicationRegistry;
import org.springframework.modulith.events.core.EventSerializer;
import org.springframework.modulith.events.core.PublicationTargetIdentifier;
import org.springframework.modulith.events.core.Staleness;
import org.springframework.modulith.events.core.TargetEventPublication;

/// Modulith's registry of publications as an outbox that several processes work off: one row for
/// each fact and listener, written in the transaction of the change. Taking rows, trying again and
/// giving up is [Deliveries]' part; nothing is kept in memory.
final class Outbox implements EventPublicationRegistry {

    /// Listeners that run within the publishing process, right after the commit, get this long
    /// before somebody does it for them.
    private static final Duration OWN_TIME = Duration.ofSeconds(30);

    private final JdbcClient jdbc;
    private final EventSerializer serializer;
    private final OutboxListeners listeners;

    Outbox(JdbcClient jdbc, EventSerializer serializer, OutboxListeners listeners) {
        this.jdbc = jdbc;
        this.serializer = serializer;
        this.listeners = listeners;
    }

    @Override
    public Collection<TargetEventPublication> store(
            Object event, Stream<PublicationTargetIdentifier> targets) {
        var text = String.valueOf(serializer.serialize(event));
        return targets.map(target -> store(event, text, target)).toList();
    }

    private TargetEventPublication store(
            Object event, String text, PublicationTargetIdentifier target) {
        var wait = listeners.areDeliveredTo(target.getValue()) ? Duration.ZERO : OWN_TIME;
        jdbc.sql(
                        """
                        insert into event_publication (id, listener_id, event_type, serialized_event,
                            publication_date, order_key, due_at)
                        values (:id, :listener, :type, :event, now(), :key,
                            now() + make_interval(secs => :wait))
                        """)
                .param("id", UUID.randomUUID())
                .param("listener", target.getValue())
                .param("type", event.getClass().getName())
                .param("event", text)
                .param("key", event instanceof InOrder ordered ? ordered.orderKey() : null)
                .param("wait", wait.toSeconds())
                .update();
        return TargetEventPublication.of(event, target);
    }

    @Override
    public void markCompleted(Object event, PublicationTargetIdentifier target) {
        jdbc.sql(
                        """
                        delete from event_publication where id = (
                            select id from event_publication
                            where serialized_event = :event and listener_id = :listener
                            order by seq limit 1)
                        """)
                .param("event", String.valueOf(serializer.serialize(event)))
                .param("listener", target.getValue())
                .update();
    }

    /// The row stays and is due soon.
    @Override
    public void markFailed(Object event, PublicationTargetIdentifier target) {}

    @Override
    public void markProcessing(Object event, PublicationTargetIdentifier target) {}

    @Override
    public Collection<TargetEventPublication> findIncompletePublications() {
        return List.of();
    }

    @Override
    public Collection<TargetEventPublication> findIncompletePublicationsOlderThan(Duration age) {
        return List.of();
    }

    @Override
    public void deleteCompletedPublicationsOlderThan(Duration age) {}

    @Override
    public void processIncompletePublications(
            Predicate<EventPublication> filter,
            Consumer<TargetEventPublication> consumer,
            @Nullable Duration age) {}

    @Override
    public void processFailedPublications(
            ResubmissionOptions options, Consumer<TargetEventPublication> consumer) {}

    @Override
    public void markStalePublicationsFailed(Staleness staleness) {}
}
