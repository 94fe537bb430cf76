package kr.dangol.platform.outbox;

import io.micrometer.core.instrument.MeterRegistry;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import kr.dangol.platform.ItemsResponse;
import kr.dangol.platform.Refusal;
import org.springframework.http.HttpStatus;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/// What waits in the outbox and what was set aside, for operators.
@RestController
@RequestMapping("/api/ops/outbox")
class OutboxController {

    private static final int MOST_SHOWN = 100;

    private final JdbcClient jdbc;
    private final OutboxListeners listeners;
    private volatile OutboxState last = new OutboxState(0, 0, 0);

    OutboxController(JdbcClient jdbc, OutboxListeners listeners, MeterRegistry meters) {
        this.jdbc = jdbc;
        this.listeners = listeners;
        meters.gauge("dangol.outbox.waiting", this, each -> each.last.waiting());
        meters.gauge("dangol.outbox.dead", this, each -> each.last.dead());
        meters.gauge("dangol.outbox.oldest.seconds", this, each -> each.last.oldestSeconds());
    }

    /// How many facts are on their way, for how long the oldest, and how many were set aside.
    record OutboxState(long waiting, long oldestSeconds, long dead) {}

    /// A fact that no listener could be brought to take.
    record DeadFact(UUID id, String fact, String listener, Instant publishedAt, String reason) {}

    @GetMapping
    OutboxState state() {
        return jdbc.sql(
                        """
                        select count(*) filter (where dead_at is null) as waiting,
                            coalesce(extract(epoch from now() - min(publication_date)
                                filter (where dead_at is null)), 0)::bigint as oldest_seconds,
                            count(*) filter (where dead_at is not null) as dead
                        from event_publication
                        """)
                .query(OutboxState.class)
                .single();
    }

    @GetMapping("/dead")
    ItemsResponse<DeadFact> dead() {
        var items =
                jdbc.sql(
                                """
                                select id, event_type, listener_id, publication_date, failure
                                from event_publication where dead_at is not null
                                order by seq desc limit :most
                                """)
                        .param("most", MOST_SHOWN)
                        .query((row, number) ->
                                new DeadFact(
                                        row.getObject("id", UUID.class),
                                        row.getString("event_type"),
                                        row.getString("listener_id"),
                                        row.getTimestamp("publication_date").toInstant(),
                                        row.getString("failure")))
                        .list();
        return new ItemsResponse<>(List.copyOf(items), null);
    }

    /// Has it delivered again, as if it were new.
    @PostMapping("/dead/{id}/replay")
    @ResponseStatus(HttpStatus.ACCEPTED)
    void replay(@PathVariable UUID id) {
        var found =
                jdbc.sql(
                                """
                                update event_publication set dead_at = null, attempts = 0,
                                    sent_at = null, due_at = now()
                                where id = :id and dead_at is not null
                                """)
                        .param("id", id)
                        .update();
        if (found == 0) {
            throw new DeadFactNotFound();
        }
        listeners.ring();
    }

    /// For the gauges, which must not wait for a database.
    @Scheduled(fixedDelayString = "PT5S")
    void count() {
        last = state();
    }

    static final class DeadFactNotFound extends Refusal {

        DeadFactNotFound() {
            super(404, "not-found");
        }
    }
}
