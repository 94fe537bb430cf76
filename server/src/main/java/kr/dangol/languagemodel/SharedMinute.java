package kr.dangol.languagemodel;

import java.util.UUID;
import kr.dangol.platform.AccountId;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.TransactionException;
import org.springframework.transaction.support.TransactionTemplate;

/// A sliding minute that all processes share, in the database and by its clock. The first three
/// fifths of the calls go to whoever comes first; the rest is shared evenly between the owners seen
/// within the minute, since a single busy owner would otherwise take all of it.
///
/// These calls cost money, so they are counted where money is: a restart, a lost Redis or a wrong
/// clock grants none. At fifty a minute the database does not feel it.
final class SharedMinute implements CallLimiter {

    private static final Logger log = LoggerFactory.getLogger(SharedMinute.class);
    private static final double FREE_SHARE = 0.6;

    /// An owner alone may use the whole minute.
    private static final String ALLOWED =
            """
            with minute as (
                select count(*) as taken, count(distinct owner) as owners,
                    count(*) filter (where owner = cast(:owner as uuid)) as had
                from languagemodel.call_permit
                where taken_at > clock_timestamp() - interval '1 minute')
            select taken < :most and (cast(:owner as uuid) is null or taken < :free
                or had * (owners + case when had = 0 then 1 else 0 end) < :most)
            from minute
            """;

    private final int callsPerMinute;
    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;

    SharedMinute(int callsPerMinute, JdbcClient jdbc, TransactionTemplate transaction) {
        this.callsPerMinute = callsPerMinute;
        this.jdbc = jdbc;
        this.transaction = transaction;
    }

    @Override
    public boolean tryTake(@Nullable AccountId owner) {
        var id = owner == null ? null : owner.value();
        try {
            // The first look is without the lock: behind the wall nobody queues.
            return isAllowed(id) && Boolean.TRUE.equals(transaction.execute(_ -> take(id)));
        } catch (DataAccessException | TransactionException e) {
            log.warn("no model call, because it could not be counted: {}", e.getMessage());
            return false;
        }
    }

    private boolean take(@Nullable UUID owner) {
        jdbc.sql("select pg_advisory_xact_lock(hashtextextended('languagemodel.call_permit', 0))")
                .query((row, number) -> number)
                .list();
        if (!isAllowed(owner)) {
            return false;
        }
        jdbc.sql(
                        """
                        delete from languagemodel.call_permit
                        where taken_at < clock_timestamp() - interval '2 minutes'
                        """)
                .update();
        jdbc.sql(
                        """
                        insert into languagemodel.call_permit (taken_at, owner)
                        values (clock_timestamp(), :owner)
                        """)
                .param("owner", owner)
                .update();
        return true;
    }

    private boolean isAllowed(@Nullable UUID owner) {
        return jdbc.sql(ALLOWED)
                .param("owner", owner)
                .param("most", callsPerMinute)
                .param("free", callsPerMinute * FREE_SHARE)
                .query(Boolean.class)
                .single();
    }
}
