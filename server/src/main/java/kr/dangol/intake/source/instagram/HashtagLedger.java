package kr.dangol.intake.source.instagram;

import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import kr.dangol.intake.source.Fault;
import kr.dangol.intake.source.SourceFault;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// Which hashtags an account asked for in the last seven days: 30 different ones at most. Asking
/// for one again inside them is free and does not start its seven days anew.
@Repository
public class HashtagLedger {

    /// Of Instagram's own rules.
    public static final int MOST = 30;

    private static final Duration WEEK = Duration.ofDays(7);

    private final JdbcClient jdbc;
    private final Clock clock;

    HashtagLedger(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /// The node of a tag, which never changes.
    Optional<String> node(String tag) {
        return jdbc.sql("select node from intake.hashtag where tag = :tag and node <> ''")
                .param("tag", tag)
                .query(String.class)
                .optional();
    }

    /// Written down before the call, so that a kill can only make us ask for less.
    void ask(String tag) {
        if (isOpen(tag)) {
            return;
        }
        if (used() >= MOST) {
            throw new SourceFault(Fault.QUOTA_REACHED, MOST + " hashtags in seven days");
        }
        jdbc.sql(
                        """
                        insert into intake.hashtag (tag, node, asked_at) values (:tag, '', :now)
                        on conflict (tag) do update set asked_at = excluded.asked_at
                        """)
                .param("tag", tag)
                .param("now", now())
                .update();
    }

    void remember(String tag, String node) {
        jdbc.sql("update intake.hashtag set node = :node where tag = :tag")
                .param("tag", tag)
                .param("node", node)
                .update();
    }

    private boolean isOpen(String tag) {
        return jdbc.sql(
                                "select count(*) from intake.hashtag where tag = :tag and asked_at"
                                        + " > :since")
                        .param("tag", tag)
                        .param("since", now().minus(WEEK))
                        .query(Long.class)
                        .single()
                > 0;
    }

    /// Different tags of the last seven days.
    public long used() {
        return jdbc.sql("select count(*) from intake.hashtag where asked_at > :since")
                .param("since", now().minus(WEEK))
                .query(Long.class)
                .single();
    }

    void addToWeek(String tag, LocalDate week, long posts, long likes, long comments) {
        jdbc.sql(
                        """
                        insert into intake.hashtag_week as w (tag, week, posts, likes, comments)
                        values (:tag, :week, :posts, :likes, :comments)
                        on conflict (tag, week) do update set posts = w.posts + excluded.posts,
                            likes = w.likes + excluded.likes, comments = w.comments + excluded.comments
                        """)
                .param("tag", tag)
                .param("week", week)
                .param("posts", posts)
                .param("likes", likes)
                .param("comments", comments)
                .update();
    }

    Map<String, Long> posts(LocalDate week) {
        return jdbc
                .sql("select tag, posts from intake.hashtag_week where week = :week")
                .param("week", week)
                .query((row, number) -> Map.entry(row.getString(1), row.getLong(2)))
                .list()
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    private OffsetDateTime now() {
        return clock.instant().atOffset(ZoneOffset.UTC);
    }
}
