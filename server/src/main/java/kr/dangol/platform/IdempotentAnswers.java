package kr.dangol.platform;

import java.time.Clock;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Repository;

/// Answers kept for requests that came with an `Idempotency-Key`, so that the same request sent
/// again changes nothing and gets the same answer. Kept for a day.
@Repository
public class IdempotentAnswers {

    private static final Duration KEPT = Duration.ofHours(24);

    /// A request that has no answer by then has died with its process, and may be tried again.
    private static final Duration ABANDONED = Duration.ofMinutes(2);

    private final JdbcClient jdbc;
    private final Clock clock;

    IdempotentAnswers(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /// True for exactly one caller per key, until it keeps an answer or gives the key back.
    public boolean claim(AccountId account, String key, byte[] requestDigest) {
        var now = OffsetDateTime.now(clock);
        return jdbc.sql(
                                """
                                insert into platform.idempotent_answer
                                    (account_id, key, request_digest, started_at)
                                values (:account, :key, :digest, :now)
                                on conflict (account_id, key) do update
                                set request_digest = excluded.request_digest,
                                    started_at = excluded.started_at,
                                    status = null, content_type = null, location = null, body = null
                                where idempotent_answer.started_at < :expired
                                   or (idempotent_answer.status is null
                                       and idempotent_answer.started_at < :abandoned)
                                """)
                        .param("account", account.value())
                        .param("key", key)
                        .param("digest", requestDigest)
                        .param("now", now)
                        .param("expired", now.minus(KEPT))
                        .param("abandoned", now.minus(ABANDONED))
                        .update()
                == 1;
    }

    public Optional<Entry> find(AccountId account, String key) {
        return jdbc.sql(
                        """
                        select request_digest, status, content_type, location, body
                        from platform.idempotent_answer
                        where account_id = :account and key = :key
                        """)
                .param("account", account.value())
                .param("key", key)
                .query((row, number) -> {
                    var status = row.getObject("status", Integer.class);
                    var answer =
                            status == null
                                    ? null
                                    : new Answer(
                                            status,
                                            row.getString("content_type"),
                                            row.getString("location"),
                                            row.getBytes("body"));
                    return new Entry(row.getBytes("request_digest"), answer);
                })
                .optional();
    }

    public void keep(AccountId account, String key, Answer answer) {
        jdbc.sql(
                        """
                        update platform.idempotent_answer
                        set status = :status, content_type = :type, location = :location, body = :body
                        where account_id = :account and key = :key
                        """)
                .param("account", account.value())
                .param("key", key)
                .param("status", answer.status())
                .param("type", answer.contentType())
                .param("location", answer.location())
                .param("body", answer.body())
                .update();
    }

    /// Gives a key back: the request failed, and may be sent again.
    public void release(AccountId account, String key) {
        jdbc.sql(
                        "delete from platform.idempotent_answer where account_id = :account and key = :key")
                .param("account", account.value())
                .param("key", key)
                .update();
    }

    public void deleteAll(AccountId account) {
        jdbc.sql("delete from platform.idempotent_answer where account_id = :account")
                .param("account", account.value())
                .update();
    }

    @Scheduled(fixedDelayString = "PT1H", initialDelayString = "PT10M")
    void deleteExpired() {
        jdbc.sql("delete from platform.idempotent_answer where started_at < :expired")
                .param("expired", OffsetDateTime.now(clock).minus(KEPT))
                .update();
    }

    /// What is known about a key; no answer while the first request is being worked on.
    @SuppressWarnings("ArrayRecordComponent") // bytes on their way through, never compared
    public record Entry(byte[] requestDigest, @Nullable Answer answer) {}

    /// An answer to give again.
    @SuppressWarnings("ArrayRecordComponent")
    public record Answer(
            int status, @Nullable String contentType, @Nullable String location, byte[] body) {}
}
