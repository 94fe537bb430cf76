package kr.dangol.intake.source;

import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/// What is remembered of each source between runs: where reading goes on, how it went, and a few
/// rows of what it gave.
@Repository
public class SourceStates {

    private static final TypeReference<List<Map<String, String>>> ROWS = new TypeReference<>() {};

    private final JdbcClient jdbc;
    private final JsonMapper json;
    private final Clock clock;

    SourceStates(JdbcClient jdbc, JsonMapper json, Clock clock) {
        this.jdbc = jdbc;
        this.json = json;
        this.clock = clock;
    }

    public record State(
            SourceKey source,
            @Nullable Instant attemptedAt,
            @Nullable Instant succeededAt,
            @Nullable String fault,
            @Nullable String problem) {}

    public record Preview(List<Map<String, String>> rows, @Nullable Instant takenAt) {}

    public <T> Optional<T> cursor(SourceKey source, Class<T> type) {
        return jdbc.sql(
                        "select cursor from intake.source where source = :source and cursor is not"
                                + " null")
                .param("source", source.key())
                .query(String.class)
                .optional()
                .map(text -> json.readValue(text, type));
    }

    /// Joins the transaction of what was read up to here.
    public void saveCursor(SourceKey source, @Nullable Object cursor) {
        jdbc.sql(
                        """
                        insert into intake.source (source, cursor) values (:source, cast(:cursor as jsonb))
                        on conflict (source) do update set cursor = excluded.cursor
                        """)
                .param("source", source.key())
                .param("cursor", cursor == null ? null : json.writeValueAsString(cursor))
                .update();
    }

    public void succeeded(SourceKey source) {
        jdbc.sql(
                        """
                        insert into intake.source (source, attempted_at, succeeded_at)
                        values (:source, :now, :now)
                        on conflict (source) do update
                        set attempted_at = :now, succeeded_at = :now, fault = null, problem = null
                        """)
                .param("source", source.key())
                .param("now", now())
                .update();
    }

    public void failed(SourceKey source, String fault, String problem) {
        jdbc.sql(
                        """
                        insert into intake.source (source, attempted_at, fault, problem)
                        values (:source, :now, :fault, :problem)
                        on conflict (source) do update
                        set attempted_at = :now, fault = :fault, problem = :problem
                        """)
                .param("source", source.key())
                .param("now", now())
                .param("fault", fault)
                .param("problem", problem)
                .update();
    }

    public State state(SourceKey source) {
        return jdbc.sql(
                        "select attempted_at, succeeded_at, fault, problem from intake.source where"
                                + " source = :source")
                .param("source", source.key())
                .query((row, number) ->
                        new State(
                                source,
                                instant(row.getObject(1, OffsetDateTime.class)),
                                instant(row.getObject(2, OffsetDateTime.class)),
                                row.getString(3),
                                row.getString(4)))
                .optional()
                .orElseGet(() -> new State(source, null, null, null, null));
    }

    /// Replaces the few rows an operator can look at.
    public void show(SourceKey source, List<? extends Map<String, String>> rows) {
        jdbc.sql(
                        """
                        insert into intake.source (source, preview, preview_at)
                        values (:source, cast(:rows as jsonb), :now)
                        on conflict (source) do update
                        set preview = excluded.preview, preview_at = excluded.preview_at
                        """)
                .param("source", source.key())
                .param("rows", json.writeValueAsString(rows))
                .param("now", now())
                .update();
    }

    public Preview preview(SourceKey source) {
        return jdbc.sql("select preview, preview_at from intake.source where source = :source")
                .param("source", source.key())
                .query((row, number) ->
                        new Preview(
                                json.readValue(row.getString(1), ROWS),
                                instant(row.getObject(2, OffsetDateTime.class))))
                .optional()
                .orElseGet(() -> new Preview(List.of(), null));
    }

    private static @Nullable Instant instant(@Nullable OffsetDateTime time) {
        return time == null ? null : time.toInstant();
    }

    private OffsetDateTime now() {
        return clock.instant().atOffset(ZoneOffset.UTC);
    }
}
