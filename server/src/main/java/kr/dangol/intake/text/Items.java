package kr.dangol.intake.text;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import kr.dangol.intake.reading.CandidateCase;
import kr.dangol.intake.reading.CollectedText;
import kr.dangol.intake.source.SourceKey;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.json.JsonMapper;

/// Texts and the candidates read from them.
@Repository
public class Items {

    private static final Duration LONGEST_KEPT = Duration.ofDays(30);

    private final JdbcClient jdbc;
    private final JdbcTemplate batches;
    private final JsonMapper json;
    private final Clock clock;

    Items(JdbcClient jdbc, JdbcTemplate batches, JsonMapper json, Clock clock) {
        this.jdbc = jdbc;
        this.batches = batches;
        this.json = json;
        this.clock = clock;
    }

    /// A text as a source gave it, scrubbed. The key is what makes it the same text tomorrow.
    public record Item(
            SourceKey source,
            String key,
            String query,
            String link,
            @Nullable LocalDate writtenOn,
            @Nullable String title,
            String body) {

        UUID id() {
            return named(source.key() + " " + key);
        }
    }

    /// A candidate that waits to be stored.
    record Candidate(UUID id, CandidateCase content, String link) {}

    static UUID named(String name) {
        return UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8));
    }

    /// Stores those that are new; returns the keys of these.
    @Transactional
    public Set<String> add(List<Item> items) {
        var byId =
                items.stream()
                        .collect(Collectors.toMap(Item::id, each -> each, (first, _) -> first));
        var known =
                new HashSet<>(
                        jdbc.sql("select id from intake.item where id = any(:ids)")
                                .param("ids", byId.keySet().toArray(UUID[]::new))
                                .query(UUID.class)
                                .list());
        var fresh = byId.values().stream().filter(each -> !known.contains(each.id())).toList();
        var now = now();
        batches.batchUpdate(
                """
                insert into intake.item (id, source, query, link, written_on, title, body, state, seen_at)
                values (?, ?, ?, ?, ?, ?, ?, 'WAITING', ?) on conflict do nothing
                """,
                fresh,
                200,
                (statement, item) -> {
                    statement.setObject(1, item.id());
                    statement.setString(2, item.source().key());
                    statement.setString(3, item.query());
                    statement.setString(4, item.link());
                    statement.setObject(5, item.writtenOn());
                    statement.setString(6, item.title());
                    statement.setString(7, item.body());
                    statement.setObject(8, now);
                });
        return fresh.stream().map(Item::key).collect(Collectors.toSet());
    }

    long waiting(SourceKey source) {
        return count(
                "select count(*) from intake.item where source = :source and state = 'WAITING'",
                source);
    }

    List<CollectedText> nextTexts(SourceKey source, int limit) {
        return jdbc.sql(
                        """
                        select id, title, body, link, written_on from intake.item
                        where source = :source and state = 'WAITING' order by id limit :limit
                        """)
                .param("source", source.key())
                .param("limit", limit)
                .query((row, number) ->
                        new CollectedText(
                                row.getString(1),
                                source.key(),
                                row.getString(2),
                                String.valueOf(row.getString(3)),
                                row.getString(4),
                                row.getObject(5, LocalDate.class)))
                .list();
    }

    /// The text was read: its words go, its candidates come.
    void read(SourceKey source, String id, List<CandidateCase> cases) {
        jdbc.sql("update intake.item set state = 'READ', title = null, body = null where id = :id")
                .param("id", UUID.fromString(id))
                .update();
        for (var number = 0; number < cases.size(); number++) {
            jdbc.sql(
                            """
                            insert into intake.candidate (id, item_id, source, content, confidence, state)
                            values (:id, :item, :source, cast(:content as jsonb), :confidence, 'WAITING')
                            on conflict do nothing
                            """)
                    .param("id", named("case " + id + " " + number))
                    .param("item", UUID.fromString(id))
                    .param("source", source.key())
                    .param("content", json.writeValueAsString(cases.get(number)))
                    .param("confidence", cases.get(number).confidence())
                    .update();
        }
    }

    long waitingCandidates(SourceKey source) {
        return count(
                "select count(*) from intake.candidate where source = :source and state ="
                        + " 'WAITING'",
                source);
    }

    List<Candidate> nextCandidates(SourceKey source, int limit) {
        return jdbc.sql(
                        """
                        select c.id, c.content, i.link from intake.candidate c
                        join intake.item i on i.id = c.item_id
                        where c.source = :source and c.state = 'WAITING' order by c.id limit :limit
                        """)
                .param("source", source.key())
                .param("limit", limit)
                .query((row, number) ->
                        new Candidate(
                                row.getObject(1, UUID.class),
                                json.readValue(row.getString(2), CandidateCase.class),
                                row.getString(3)))
                .list();
    }

    void settle(UUID candidate, String state) {
        jdbc.sql("update intake.candidate set state = :state, content = null where id = :id")
                .param("id", candidate)
                .param("state", state)
                .update();
    }

    /// Posts of the last seven days by what was searched for.
    public Map<String, Long> postsOfWeek(SourceKey source, LocalDate today) {
        return jdbc
                .sql(
                        """
                        select query, count(*) as posts from intake.item
                        where source = :source and written_on > :since and written_on <= :today
                        group by query
                        """)
                .param("source", source.key())
                .param("since", today.minusDays(7))
                .param("today", today)
                .query((row, number) -> Map.entry(row.getString(1), row.getLong(2)))
                .list()
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    /// Words that were never read do not stay longer than a month.
    void forgetOldWords() {
        jdbc.sql(
                        """
                        update intake.item set state = 'READ', title = null, body = null
                        where state = 'WAITING' and seen_at < :time
                        """)
                .param("time", now().minus(LONGEST_KEPT))
                .update();
    }

    private long count(String sql, SourceKey source) {
        return jdbc.sql(sql).param("source", source.key()).query(Long.class).single();
    }

    private OffsetDateTime now() {
        return clock.instant().atOffset(ZoneOffset.UTC);
    }
}
