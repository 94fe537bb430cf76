package kr.dangol.casebook.jdbc;

import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import kr.dangol.casebook.PrecedentId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/// Cases that could not be embedded or indexed, each with its reason, until they are tried again.
@Repository
public class SetAside {

    private static final int LONGEST_REASON = 500;

    private final JdbcClient jdbc;
    private final Precedents precedents;
    private final Clock clock;
    private volatile long lastCount;

    SetAside(JdbcClient jdbc, Precedents precedents, Clock clock) {
        this.precedents = precedents;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    @Transactional
    public void add(PrecedentId id, String model, String reason) {
        jdbc.sql(
                        """
                        insert into casebook.set_aside (precedent_id, model, reason, set_aside_at)
                        values (:id, :model, :reason, :now)
                        on conflict (precedent_id, model) do update set
                            reason = excluded.reason, set_aside_at = excluded.set_aside_at
                        """)
                .param("id", id.value())
                .param("model", model)
                .param("reason", reason.substring(0, Math.min(LONGEST_REASON, reason.length())))
                .param("now", OffsetDateTime.now(clock))
                .update();
    }

    /// A case that was set aside, why, by which embedding model, and when.
    public record Poison(
            PrecedentId id, String title, String model, String reason, Instant setAsideAt) {}

    /// The latest first.
    public List<Poison> list(int limit) {
        return jdbc.sql(
                        """
                        select precedent_id, title, model, reason, set_aside_at
                        from casebook.set_aside join casebook.precedents on id = precedent_id
                        order by set_aside_at desc, precedent_id limit :limit
                        """)
                .param("limit", limit)
                .query((row, number) ->
                        new Poison(
                                new PrecedentId(row.getObject("precedent_id", UUID.class)),
                                row.getString("title"),
                                row.getString("model"),
                                row.getString("reason"),
                                row.getObject("set_aside_at", OffsetDateTime.class).toInstant()))
                .list();
    }

    /// Lets every index try these cases again: for whoever follows the book they changed just now.
    /// Tells how many that are.
    @Transactional
    public int retry(Collection<PrecedentId> ids) {
        precedents.holdForWriting();
        var wanted = ids.stream().map(PrecedentId::value).toArray(UUID[]::new);
        var changed =
                jdbc.sql(
                                """
                                update casebook.precedents set sequence = nextval('casebook.changes')
                                where id in (select precedent_id from casebook.set_aside
                                    where precedent_id = any(:ids))
                                """)
                        .param("ids", wanted)
                        .update();
        jdbc.sql("delete from casebook.set_aside where precedent_id = any(:ids)")
                .param("ids", wanted)
                .update();
        return changed;
    }

    /// Forgets all, because all is indexed anew.
    @Transactional
    public void clear() {
        jdbc.sql("delete from casebook.set_aside").update();
    }

    public long count() {
        return jdbc.sql("select count(*) from casebook.set_aside").query(Long.class).single();
    }

    /// A few seconds old at most while the database answers; never waits for it.
    public long lastCount() {
        return lastCount;
    }

    @Scheduled(fixedDelayString = "PT5S")
    void countAgain() {
        lastCount = count();
    }
}
