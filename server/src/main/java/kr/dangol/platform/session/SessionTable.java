package kr.dangol.platform.session;

import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Repository;

/// Where sessions are kept.
@Repository
class SessionTable {

    private final JdbcClient jdbc;
    private final Clock clock;

    SessionTable(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    void add(String id, @Nullable String account, byte[] content, Instant endsAt) {
        jdbc.sql(
                        """
                        insert into platform.browser_session (id, account, content, ends_at)
                        values (:id, :account, :content, :endsAt)
                        """)
                .param("id", id)
                .param("account", account)
                .param("content", content)
                .param("endsAt", at(endsAt))
                .update();
    }

    /// False when it was ended meanwhile, and stays ended.
    boolean replace(
            String keptId, String id, @Nullable String account, byte[] content, Instant endsAt) {
        return jdbc.sql(
                                """
                                update platform.browser_session set id = :id, account = :account,
                                    content = :content, ends_at = :endsAt
                                where id = :keptId
                                """)
                        .param("keptId", keptId)
                        .param("id", id)
                        .param("account", account)
                        .param("content", content)
                        .param("endsAt", at(endsAt))
                        .update()
                == 1;
    }

    byte @Nullable [] find(String id) {
        return jdbc.sql("select content from platform.browser_session where id = :id")
                .param("id", id)
                .query((row, number) -> row.getBytes(1))
                .optional()
                .orElse(null);
    }

    List<String> idsOf(String account) {
        return jdbc.sql("select id from platform.browser_session where account = :account")
                .param("account", account)
                .query((row, number) -> row.getString(1))
                .list();
    }

    void remove(String id) {
        jdbc.sql("delete from platform.browser_session where id = :id").param("id", id).update();
    }

    @Scheduled(fixedDelayString = "PT1H", initialDelayString = "PT10M")
    void removeEnded() {
        jdbc.sql("delete from platform.browser_session where ends_at < :now")
                .param("now", OffsetDateTime.now(clock))
                .update();
    }

    private OffsetDateTime at(Instant instant) {
        return instant.atZone(clock.getZone()).toOffsetDateTime();
    }
}
