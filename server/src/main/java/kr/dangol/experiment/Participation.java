package kr.dangol.experiment;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import kr.dangol.experiment.Variant.Arm;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// Which shop is in which arm, what it was shown, and what came of it.
@Repository
class Participation {

    private final JdbcClient jdbc;

    Participation(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /// The shop's arm: the one on record, or from now on `arm`.
    String assign(ExperimentId experiment, Subject subject, String arm, Instant at) {
        jdbc.sql(
                        """
                        insert into experiment.assignment (experiment_id, subject, arm, assigned_at)
                        values (:experiment, :subject, :arm, :at) on conflict do nothing
                        """)
                .param("experiment", experiment.value())
                .param("subject", subject.digest())
                .param("arm", arm)
                .param("at", Timestamp.from(at))
                .update();
        return jdbc.sql(
                        """
                        select arm from experiment.assignment
                        where experiment_id = :experiment and subject = :subject
                        """)
                .param("experiment", experiment.value())
                .param("subject", subject.digest())
                .query(String.class)
                .single();
    }

    void expose(Arm arm, Subject subject, Instant at) {
        jdbc.sql(
                        """
                        update experiment.assignment set exposed_at = :at
                        where experiment_id = :experiment and subject = :subject and exposed_at is null
                        """)
                .param("experiment", arm.experiment().value())
                .param("subject", subject.digest())
                .param("at", Timestamp.from(at))
                .update();
    }

    void add(Answered answer) {
        jdbc.sql(
                        """
                        insert into experiment.answer
                            (id, experiment_id, subject, shown_at, millis, cost_krw, degraded)
                        values (:id, :experiment, :subject, :at, :millis, :cost, :degraded)
                        on conflict do nothing
                        """)
                .param("id", answer.id())
                .param("experiment", answer.arm().experiment().value())
                .param("subject", answer.subject().digest())
                .param("at", Timestamp.from(answer.at()))
                .param("millis", answer.millis())
                .param("cost", answer.costKrw())
                .param("degraded", answer.isDegraded())
                .update();
    }

    void choose(UUID answer, Instant at) {
        jdbc.sql(
                        """
                        update experiment.answer set chosen_at = :at
                        where id = :id and chosen_at is null
                        """)
                .param("id", answer)
                .param("at", Timestamp.from(at))
                .update();
    }

    void regenerate(UUID answer, Instant at) {
        jdbc.sql(
                        """
                        update experiment.answer set regenerated_at = :at
                        where id = :id and regenerated_at is null
                        """)
                .param("id", answer)
                .param("at", Timestamp.from(at))
                .update();
    }

    /// A correction changes the figures and keeps the moment.
    void close(UUID answer, int predictedRoi, int actualRoi, Instant at) {
        jdbc.sql(
                        """
                        update experiment.answer set outcome_at = coalesce(outcome_at, :at),
                            predicted_roi = :predicted, actual_roi = :actual
                        where id = :id
                        """)
                .param("id", answer)
                .param("predicted", predictedRoi)
                .param("actual", actualRoi)
                .param("at", Timestamp.from(at))
                .update();
    }

    /// One shop that saw plans: what it did within its window, and its first closed event.
    record Shop(
            String arm,
            Instant exposedAt,
            int answers,
            int chosen,
            int regenerated,
            double millis,
            double costKrw,
            double degraded,
            @Nullable Instant outcomeAt,
            @Nullable Integer predictedRoi,
            @Nullable Integer actualRoi) {}

    List<Shop> shops(Experiment experiment) {
        return jdbc.sql(
                        """
                        select s.arm, s.exposed_at, w.*, o.outcome_at, o.predicted_roi, o.actual_roi
                        from experiment.assignment s
                        cross join lateral (
                            select count(*) as answers,
                                count(*) filter (where a.chosen_at < s.exposed_at + :window) as chosen,
                                count(*) filter (where a.regenerated_at < s.exposed_at + :window)
                                    as regenerated,
                                coalesce(avg(a.millis), 0) as millis,
                                coalesce(avg(a.cost_krw), 0) as cost_krw,
                                coalesce(avg(a.degraded::int), 0) as degraded
                            from experiment.answer a
                            where a.experiment_id = s.experiment_id and a.subject = s.subject
                                and a.shown_at < s.exposed_at + :window) w
                        left join lateral (
                            select a.outcome_at, a.predicted_roi, a.actual_roi
                            from experiment.answer a
                            where a.experiment_id = s.experiment_id and a.subject = s.subject
                                and a.outcome_at is not null and (a.actual_roi <> 0 or not :skipZero)
                            order by a.outcome_at, a.id limit 1) o on true
                        where s.experiment_id = :experiment and s.exposed_at is not null
                        """
                                .replace(":window", ":days * interval '1 day'"))
                .param("days", experiment.window().toDays())
                .param("skipZero", experiment.measure() == Measure.FORECAST_ERROR)
                .param("experiment", experiment.id().value())
                .query(Participation::shop)
                .list();
    }

    private static Shop shop(ResultSet row, int number) throws SQLException {
        var outcomeAt = row.getTimestamp("outcome_at");
        return new Shop(
                row.getString("arm"),
                row.getTimestamp("exposed_at").toInstant(),
                row.getInt("answers"),
                row.getInt("chosen"),
                row.getInt("regenerated"),
                row.getDouble("millis"),
                row.getDouble("cost_krw"),
                row.getDouble("degraded"),
                outcomeAt == null ? null : outcomeAt.toInstant(),
                row.getObject("predicted_roi", Integer.class),
                row.getObject("actual_roi", Integer.class));
    }
}
