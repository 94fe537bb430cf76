package kr.dangol.casebook.jdbc;

import java.time.Clock;
import java.time.OffsetDateTime;
import kr.dangol.casebook.PrecedentId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/// Cases that could not be embedded, each with its reason; a rebuild tries them again.
@Repository
public class SetAside {

    private static final int LONGEST_REASON = 500;

    private final JdbcClient jdbc;
    private final Clock clock;

    SetAside(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /// In a transaction of its own: the reader that came upon the case is read-only.
    @Transactional(propagation = Propagation.REQUIRES_NEW)
    public void add(PrecedentId id, String model, String reason) {
        jdbc.sql(
                        """
                        insert into casebook.set_aside (precedent_id, model, reason, set_aside_at)
                        values (:id, :model, :reason, :now)
                        on conflict (precedent_id) do update set model = excluded.model,
                            reason = excluded.reason, set_aside_at = excluded.set_aside_at
                        """)
                .param("id", id.value())
                .param("model", model)
                .param("reason", reason.substring(0, Math.min(LONGEST_REASON, reason.length())))
                .param("now", OffsetDateTime.now(clock))
                .update();
    }

    @Transactional
    public void clear() {
        jdbc.sql("delete from casebook.set_aside").update();
    }

    public long count() {
        return jdbc.sql("select count(*) from casebook.set_aside").query(Long.class).single();
    }
}
