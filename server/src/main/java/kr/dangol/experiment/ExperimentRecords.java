package kr.dangol.experiment;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import kr.dangol.experiment.Experiment.Option;
import kr.dangol.experiment.Experiment.Status;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// Experiments as they were set up, and the writer that was promoted last.
@Repository
class ExperimentRecords {

    private static final String SELECT =
            """
            select id, name, hypothesis, measure, window_days, status, promoted_arm, created_at,
                started_at, ended_at
            from experiment.experiment
            """;

    private final JdbcClient jdbc;

    ExperimentRecords(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /// The newest first.
    List<Experiment> list() {
        return jdbc.sql(SELECT + " order by created_at desc, id").query(this::experiment).list();
    }

    Optional<Experiment> find(ExperimentId id) {
        return jdbc.sql(SELECT + " where id = :id")
                .param("id", id.value())
                .query(this::experiment)
                .optional();
    }

    Optional<Experiment> running() {
        return jdbc.sql(SELECT + " where status = 'running'").query(this::experiment).optional();
    }

    void add(Experiment experiment) {
        jdbc.sql(
                        """
                        insert into experiment.experiment
                            (id, name, hypothesis, measure, window_days, status, created_at)
                        values (:id, :name, :hypothesis, :measure, :window, 'draft', :now)
                        """)
                .param("id", experiment.id().value())
                .param("name", experiment.name())
                .param("hypothesis", experiment.hypothesis())
                .param("measure", experiment.measure().name())
                .param("window", experiment.window().toDays())
                .param("now", Timestamp.from(experiment.createdAt()))
                .update();
        experiment.arms().forEach(arm -> add(experiment.id(), arm));
    }

    private void add(ExperimentId id, Option arm) {
        jdbc.sql(
                        """
                        insert into experiment.arm (experiment_id, key, kind, prompt_version, model)
                        values (:id, :key, :kind, :prompt, :model)
                        """)
                .param("id", id.value())
                .param("key", arm.key())
                .param("kind", arm.writer().kind().key())
                .param("prompt", arm.writer().promptVersion())
                .param("model", arm.writer().model())
                .update();
    }

    /// Whether it was in the status it should leave.
    boolean move(ExperimentId id, Status from, Status to, Instant at, @Nullable String promoted) {
        return jdbc.sql(
                                """
                                update experiment.experiment set status = :to,
                                    promoted_arm = coalesce(:promoted, promoted_arm),
                                    started_at = case when :to = 'running' then :at else started_at end,
                                    ended_at = case when :to = 'running' then null
                                        else coalesce(ended_at, :at) end
                                where id = :id and status = :from
                                """)
                        .param("to", to.key())
                        .param("promoted", promoted)
                        .param("at", Timestamp.from(at))
                        .param("id", id.value())
                        .param("from", from.key())
                        .update()
                == 1;
    }

    void remove(ExperimentId id) {
        jdbc.sql("delete from experiment.experiment where id = :id and status = 'draft'")
                .param("id", id.value())
                .update();
    }

    boolean hasEverUsedPrompt(String version) {
        return jdbc.sql(
                        "select exists (select 1 from experiment.arm where prompt_version = :version)")
                .param("version", version)
                .query(Boolean.class)
                .single();
    }

    boolean usesPrompt(String version) {
        return jdbc.sql(
                        """
                        select exists (select 1 from experiment.arm
                            join experiment.experiment on id = experiment_id
                            where prompt_version = :version and status in ('draft', 'running'))
                        """)
                .param("version", version)
                .query(Boolean.class)
                .single();
    }

    /// What was promoted beside the active prompt.
    record Promoted(Writer.Kind kind, @Nullable String model) {}

    Promoted promoted() {
        return jdbc.sql("select kind, model from experiment.promoted_writer")
                .query((row, _) ->
                        new Promoted(Writer.Kind.of(row.getString("kind")), row.getString("model")))
                .optional()
                .orElse(new Promoted(Writer.Kind.MODEL, null));
    }

    void promote(Writer writer, Instant at) {
        jdbc.sql(
                        """
                        insert into experiment.promoted_writer (kind, model, promoted_at)
                        values (:kind, :model, :at)
                        on conflict (id) do update set kind = excluded.kind, model = excluded.model,
                            promoted_at = excluded.promoted_at
                        """)
                .param("kind", writer.kind().key())
                .param("model", writer.model())
                .param("at", Timestamp.from(at))
                .update();
    }

    private Experiment experiment(ResultSet row, int number) throws SQLException {
        var id = new ExperimentId(row.getObject("id", UUID.class));
        return new Experiment(
                id,
                row.getString("name"),
                row.getString("hypothesis"),
                Measure.valueOf(row.getString("measure")),
                Duration.ofDays(row.getInt("window_days")),
                Status.of(row.getString("status")),
                row.getString("promoted_arm"),
                row.getTimestamp("created_at").toInstant(),
                instant(row, "started_at"),
                instant(row, "ended_at"),
                arms(id));
    }

    private List<Option> arms(ExperimentId id) {
        return jdbc.sql(
                        """
                        select key, kind, prompt_version, model from experiment.arm
                        where experiment_id = :id order by key
                        """)
                .param("id", id.value())
                .query((row, _) ->
                        new Option(
                                row.getString("key"),
                                new Writer(
                                        Writer.Kind.of(row.getString("kind")),
                                        row.getString("prompt_version"),
                                        row.getString("model"))))
                .list();
    }

    private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        var value = row.getTimestamp(column);
        return value == null ? null : value.toInstant();
    }
}
