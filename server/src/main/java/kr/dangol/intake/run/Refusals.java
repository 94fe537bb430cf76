package kr.dangol.intake.run;

import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// What was not taken, and why.
@Repository
public class Refusals {

    private final JdbcClient jdbc;
    private final Clock clock;

    Refusals(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    public record Refused(
            long id,
            String step,
            String source,
            String reason,
            String subject,
            long amount,
            Instant at) {}

    public record Reason(String step, String source, String reason, long amount) {}

    void add(RunId run, StepName step, String source, String reason, String subject, long amount) {
        jdbc.sql(
                        """
                        insert into intake.refusal (run_id, step, source, reason, subject, amount, at)
                        values (:run, :step, :source, :reason, :subject, :amount, :now)
                        """)
                .param("run", run.value())
                .param("step", step.key())
                .param("source", source)
                .param("reason", reason)
                .param("subject", subject)
                .param("amount", amount)
                .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                .update();
    }

    /// Every reason with how often it was given, most often first.
    public List<Reason> reasons(RunId run) {
        return jdbc.sql(
                        """
                        select step, source, reason, sum(amount) from intake.refusal
                        where run_id = :run group by step, source, reason order by 4 desc, 3
                        """)
                .param("run", run.value())
                .query((row, number) ->
                        new Reason(
                                row.getString(1),
                                row.getString(2),
                                row.getString(3),
                                row.getLong(4)))
                .list();
    }

    /// In their order, those after the given one.
    public List<Refused> list(RunId run, @Nullable String source, long after, int limit) {
        return jdbc.sql(
                        """
                        select * from intake.refusal
                        where run_id = :run and id > :after
                          and (cast(:source as text) is null or source = :source)
                        order by id limit :limit
                        """)
                .param("run", run.value())
                .param("after", after)
                .param("source", source)
                .param("limit", limit)
                .query((row, number) ->
                        new Refused(
                                row.getLong("id"),
                                row.getString("step"),
                                row.getString("source"),
                                row.getString("reason"),
                                row.getString("subject"),
                                row.getLong("amount"),
                                row.getObject("at", OffsetDateTime.class).toInstant()))
                .list();
    }
}
