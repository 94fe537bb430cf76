package kr.dangol.insight.ledger;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.UUID;
import java.util.function.UnaryOperator;
import kr.dangol.insight.ledger.AnswerRow.Shown;
import kr.dangol.insight.sums.AnswerSum;
import kr.dangol.insight.sums.Cube;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// Keeps a row for each recommendation, and the sums in step with the rows: what a row added before
/// a change is taken off, what it adds afterwards is put on. A fact that comes twice changes
/// nothing the second time.
@Repository
class AnswerLedger {

    private final JdbcClient jdbc;
    private final Cube<AnswerSum> cube;

    AnswerLedger(JdbcClient jdbc, Cube<AnswerSum> cube) {
        this.jdbc = jdbc;
        this.cube = cube;
    }

    /// Changes a row, within the caller's transaction, and returns it as it is now.
    AnswerRow change(UUID id, UnaryOperator<AnswerRow> change) {
        lock(id);
        var before = find(id).orElse(new AnswerRow(id, null, null, false, false, false));
        var after = change.apply(before);
        if (!after.equals(before)) {
            put(after);
            moveSums(before, after);
        }
        return after;
    }

    /// Nobody else works on this recommendation until the transaction ends. A lock on its number,
    /// as there may be no row yet.
    void lock(UUID id) {
        jdbc.sql("select pg_advisory_xact_lock(hashtextextended(:id, 0)) is null")
                .param("id", id.toString())
                .query(Boolean.class)
                .single();
    }

    Optional<AnswerRow> find(UUID id) {
        return jdbc.sql("select * from insight.answer where id = :id")
                .param("id", id)
                .query(AnswerLedger::row)
                .optional();
    }

    private void moveSums(AnswerRow before, AnswerRow after) {
        var was = before.shown();
        var is = after.shown();
        if (is == null) {
            return;
        }
        var added = after.tally(is);
        if (was == null) {
            cube.add(is.day(), is.cell(), added);
        } else if (was.day().equals(is.day()) && was.cell().equals(is.cell())) {
            cube.add(is.day(), is.cell(), added.subtract(before.tally(was)));
        } else {
            throw new IllegalStateException("recommendation " + after.id() + " was shown twice");
        }
    }

    private void put(AnswerRow row) {
        var shown = row.shown();
        jdbc.sql(
                        """
                        insert into insight.answer (id, known, chosen_slot, edited, regenerated,
                            abandoned)
                        values (:id, :known, :chosen, :edited, :regenerated, :abandoned)
                        on conflict (id) do update set known = excluded.known,
                            chosen_slot = excluded.chosen_slot, edited = excluded.edited,
                            regenerated = excluded.regenerated, abandoned = excluded.abandoned
                        """)
                .param("id", row.id())
                .param("known", shown != null)
                .param("chosen", row.chosenSlot())
                .param("edited", row.edited())
                .param("regenerated", row.regenerated())
                .param("abandoned", row.abandoned())
                .update();
        if (shown != null) {
            put(row.id(), shown);
        }
    }

    private void put(UUID id, Shown shown) {
        jdbc.sql(
                        """
                        update insight.answer set shown_at = :at, day = :day, millis = :millis,
                            cost_krw = :cost, saved_krw = :saved, degraded = :degraded,
                            rate_limited = :rateLimited, service = :service, industry = :industry,
                            city = :city, engine = :engine, prompt_version = :promptVersion,
                            model = :model
                        where id = :id
                        """)
                .param("id", id)
                .param("at", shown.at().atOffset(ZoneOffset.UTC))
                .param("day", shown.day())
                .param("millis", shown.millis())
                .param("cost", shown.costKrw())
                .param("saved", shown.savedKrw())
                .param("degraded", shown.degraded())
                .param("rateLimited", shown.rateLimited())
                .param("service", shown.service())
                .param("industry", shown.industry())
                .param("city", shown.city())
                .param("engine", shown.engine())
                .param("promptVersion", shown.promptVersion())
                .param("model", shown.model())
                .update();
    }

    static AnswerRow row(ResultSet row, int number) throws SQLException {
        return new AnswerRow(
                row.getObject("id", UUID.class),
                row.getBoolean("known") ? shown(row) : null,
                row.getString("chosen_slot"),
                row.getBoolean("edited"),
                row.getBoolean("regenerated"),
                row.getBoolean("abandoned"));
    }

    private static Shown shown(ResultSet row) throws SQLException {
        return new Shown(
                row.getObject("shown_at", OffsetDateTime.class).toInstant(),
                row.getObject("day", LocalDate.class),
                row.getInt("millis"),
                row.getLong("cost_krw"),
                row.getLong("saved_krw"),
                row.getBoolean("degraded"),
                row.getBoolean("rate_limited"),
                row.getString("service"),
                row.getString("industry"),
                row.getString("city"),
                row.getString("engine"),
                row.getString("prompt_version"),
                row.getString("model"));
    }
}
