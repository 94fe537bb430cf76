package kr.dangol.intake.run;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/// All runs and their steps.
@Repository
public class Runs {

    private static final TypeReference<TreeMap<String, Long>> COUNTS = new TypeReference<>() {};

    private final JdbcClient jdbc;
    private final JsonMapper json;
    private final Clock clock;

    Runs(JdbcClient jdbc, JsonMapper json, Clock clock) {
        this.jdbc = jdbc;
        this.json = json;
        this.clock = clock;
    }

    /// Which step of which source.
    record Planned(StepName name, String source) {}

    /// Empty when a run is under way, or when this night's has been started already.
    @Transactional
    Optional<RunId> begin(Trigger trigger, @Nullable LocalDate night, List<Planned> steps) {
        var id = UUID.randomUUID();
        var fresh =
                jdbc.sql(
                                """
                                insert into intake.run (id, trigger, status, night, started_at)
                                values (:id, :trigger, 'RUNNING', :night, :now)
                                on conflict do nothing
                                """)
                        .param("id", id)
                        .param("trigger", trigger.name())
                        .param("night", night)
                        .param("now", now())
                        .update();
        if (fresh == 0) {
            return Optional.empty();
        }
        for (var position = 0; position < steps.size(); position++) {
            var step = steps.get(position);
            jdbc.sql(
                            """
                            insert into intake.step (run_id, position, name, source, status)
                            values (:run, :position, :name, :source, 'PENDING')
                            """)
                    .param("run", id)
                    .param("position", position)
                    .param("name", step.name().name())
                    .param("source", step.source())
                    .update();
        }
        return Optional.of(new RunId(id));
    }

    /// Opens what is not done for another try, and what comes after it.
    @Transactional
    void reopen(RunId id) {
        var run = get(id);
        if (run.status() == RunStatus.RUNNING || run.status() == RunStatus.COMPLETED) {
            throw new NothingToResume();
        }
        try {
            jdbc.sql(
                            """
                            update intake.run
                            set status = 'RUNNING', stop_requested = false, ended_at = null
                            where id = :id
                            """)
                    .param("id", id.value())
                    .update();
        } catch (DuplicateKeyException another) {
            throw new CollectionRunning();
        }
        jdbc.sql(
                        """
                        update intake.step s
                        set status = 'PENDING', fault = null, note = null, ended_at = null
                        where run_id = :id and exists (
                            select 1 from intake.step undone
                            where undone.run_id = s.run_id and undone.position <= s.position
                              and undone.source in (s.source, case s.source when 'casebook'
                                                              then undone.source end)
                              and undone.status in ('FAILED', 'PAUSED', 'CANCELLED', 'SKIPPED'))
                        """)
                .param("id", id.value())
                .update();
    }

    void requestStop(RunId id) {
        get(id);
        jdbc.sql(
                        "update intake.run set stop_requested = true where id = :id and status ="
                                + " 'RUNNING'")
                .param("id", id.value())
                .update();
    }

    boolean isStopRequested(RunId id) {
        return jdbc.sql("select stop_requested from intake.run where id = :id")
                .param("id", id.value())
                .query(Boolean.class)
                .single();
    }

    public IntakeRun get(RunId id) {
        return find("where id = :id", Map.of("id", id.value())).stream()
                .findFirst()
                .orElseThrow(RunNotFound::new);
    }

    public Optional<IntakeRun> underWay() {
        return find("where status = 'RUNNING'", Map.of()).stream().findFirst();
    }

    /// Newest first, those before the given number.
    public List<IntakeRun> list(long before, int limit) {
        return find(
                "where number < :before order by number desc limit :limit",
                Map.of("before", before, "limit", limit));
    }

    boolean hasNight(LocalDate night) {
        return jdbc.sql("select count(*) from intake.run where night = :night")
                        .param("night", night)
                        .query(Long.class)
                        .single()
                > 0;
    }

    private List<IntakeRun> find(String where, Map<String, ?> params) {
        var runs =
                jdbc.sql("select * from intake.run " + where)
                        .params(params)
                        .query((row, number) -> run(row))
                        .list();
        var ids = runs.stream().map(each -> each.id().value()).toArray(UUID[]::new);
        var steps = new java.util.HashMap<UUID, List<IntakeStep>>();
        jdbc.sql("select * from intake.step where run_id = any(:ids) order by run_id, position")
                .param("ids", ids)
                .query(row -> {
                    steps.computeIfAbsent(
                                    row.getObject("run_id", UUID.class), _ -> new ArrayList<>())
                            .add(step(row));
                });
        return runs.stream()
                .map(each ->
                        new IntakeRun(
                                each.id(),
                                each.number(),
                                each.trigger(),
                                each.status(),
                                each.stopRequested(),
                                each.startedAt(),
                                each.endedAt(),
                                steps.getOrDefault(each.id().value(), List.of())))
                .toList();
    }

    private static IntakeRun run(ResultSet row) throws SQLException {
        return new IntakeRun(
                new RunId(row.getObject("id", UUID.class)),
                row.getLong("number"),
                Trigger.valueOf(row.getString("trigger")),
                RunStatus.valueOf(row.getString("status")),
                row.getBoolean("stop_requested"),
                row.getObject("started_at", OffsetDateTime.class).toInstant(),
                instant(row, "ended_at"),
                List.of());
    }

    private IntakeStep step(ResultSet row) throws SQLException {
        return new IntakeStep(
                row.getInt("position"),
                StepName.valueOf(row.getString("name")),
                row.getString("source"),
                StepStatus.valueOf(row.getString("status")),
                json.readValue(row.getString("counts"), COUNTS),
                row.getLong("done"),
                row.getObject("total", Long.class),
                instant(row, "resumed_at"),
                row.getLong("resumed_done"),
                instant(row, "worked_at"),
                instant(row, "started_at"),
                instant(row, "ended_at"),
                row.getString("fault"),
                row.getString("note"));
    }

    private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        var time = row.getObject(column, OffsetDateTime.class);
        return time == null ? null : time.toInstant();
    }

    /// A step goes on where it was; its counts stay.
    void startStep(RunId run, int position) {
        jdbc.sql(
                        """
                        update intake.step
                        set status = 'RUNNING', started_at = coalesce(started_at, :now),
                            resumed_at = :now, worked_at = :now, resumed_done = done
                        where run_id = :run and position = :position
                        """)
                .param("run", run.value())
                .param("position", position)
                .param("now", now())
                .update();
    }

    void saveProgress(
            RunId run, int position, Map<String, Long> counts, long done, @Nullable Long total) {
        jdbc.sql(
                        """
                        update intake.step
                        set counts = cast(:counts as jsonb), done = :done, total = :total,
                            worked_at = :now
                        where run_id = :run and position = :position
                        """)
                .param("run", run.value())
                .param("position", position)
                .param("counts", json.writeValueAsString(counts))
                .param("done", done)
                .param("total", total)
                .param("now", now())
                .update();
    }

    void endStep(
            RunId run,
            int position,
            StepStatus status,
            @Nullable String fault,
            @Nullable String note) {
        jdbc.sql(
                        """
                        update intake.step
                        set status = :status, fault = :fault, note = :note, ended_at = :now
                        where run_id = :run and position = :position
                        """)
                .param("run", run.value())
                .param("position", position)
                .param("status", status.name())
                .param("fault", fault)
                .param("note", note)
                .param("now", now())
                .update();
    }

    @Transactional
    void end(RunId run, RunStatus status) {
        jdbc.sql(
                        """
                        update intake.step set status = 'CANCELLED', ended_at = :now
                        where run_id = :run and status in ('PENDING', 'RUNNING')
                        """)
                .param("run", run.value())
                .param("now", now())
                .update();
        jdbc.sql("update intake.run set status = :status, ended_at = :now where id = :run")
                .param("run", run.value())
                .param("status", status.name())
                .param("now", now())
                .update();
    }

    /// Forgets runs that ended before, with their refusals.
    int forgetBefore(Instant time) {
        return jdbc.sql("delete from intake.run where status <> 'RUNNING' and ended_at < :time")
                .param("time", time.atOffset(ZoneOffset.UTC))
                .update();
    }

    private OffsetDateTime now() {
        return clock.instant().atOffset(ZoneOffset.UTC);
    }
}
