package kr.dangol.insight.ledger;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import kr.dangol.insight.ledger.OutcomeRow.Compared;
import kr.dangol.insight.ledger.OutcomeRow.Place;
import kr.dangol.insight.ledger.OutcomeRow.Writing;
import kr.dangol.insight.sums.Cube;
import kr.dangol.insight.sums.OutcomeSum;
import kr.dangol.insight.sums.Tally;
import kr.dangol.platform.AccountId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// Keeps predicted beside actual for each closed event, and the sums in step. A correction takes
/// the place of what was told before.
@Repository
class OutcomeLedger {

    private final JdbcClient jdbc;
    private final Cube<OutcomeSum> cube;

    OutcomeLedger(JdbcClient jdbc, Cube<OutcomeSum> cube) {
        this.jdbc = jdbc;
        this.cube = cube;
    }

    /// Within the caller's transaction and under its lock on the recommendation. What was told
    /// before, or is told again, changes nothing.
    void take(OutcomeRow told) {
        var before = find("event_id", told.eventId()).stream().findFirst();
        if (before.filter(row -> row.revision() >= told.revision()).isEmpty()) {
            replace(before, told);
        }
    }

    /// The recommendation behind these outcomes has become known after them.
    void attribute(UUID recommendationId, Writing writing) {
        find("recommendation_id", recommendationId).stream()
                .filter(row -> row.writing().equals(Writing.UNKNOWN))
                .forEach(row -> replace(Optional.of(row), row.writtenBy(writing)));
    }

    /// Whose it was can no longer be told; how many shops there were still can.
    void anonymise(AccountId owner) {
        jdbc.sql(
                        """
                        with salt as materialized (select gen_random_uuid()::text as text)
                        update insight.outcome
                        set owner_id = null, store_key = md5(store_key || salt.text)::uuid
                        from salt where owner_id = :owner
                        """)
                .param("owner", owner.value())
                .update();
    }

    private void replace(Optional<OutcomeRow> before, OutcomeRow after) {
        put(after);
        var moved =
                before.filter(
                        row -> !row.day().equals(after.day()) || !row.cell().equals(after.cell()));
        if (moved.isPresent()) {
            var was = moved.get();
            cube.add(was.day(), was.cell(), none().subtract(was.tally()));
            cube.add(after.day(), after.cell(), after.tally());
        } else {
            var change = after.tally();
            before.ifPresent(row -> change.subtract(row.tally()));
            cube.add(after.day(), after.cell(), change);
        }
    }

    private static Tally<OutcomeSum> none() {
        return new Tally<>(OutcomeSum.class);
    }

    private List<OutcomeRow> find(String column, UUID id) {
        return jdbc.sql("select * from insight.outcome where " + column + " = :id")
                .param("id", id)
                .query(OutcomeLedger::row)
                .list();
    }

    private void put(OutcomeRow row) {
        jdbc.sql(
                        """
                        insert into insight.outcome (event_id, recommendation_id, owner_id,
                            store_key, revision, day, industry, business_type, city, district,
                            engine, prompt_version, slot, purpose, grade, cost, participants,
                            participants_predicted, participants_low, participants_high, roi,
                            roi_predicted, roi_low, roi_high)
                        values (:event, :recommendation, :owner, :store, :revision, :day, :industry,
                            :businessType, :city, :district, :engine, :promptVersion, :slot,
                            :purpose, :grade, :cost, :participants, :participantsPredicted,
                            :participantsLow, :participantsHigh, :roi, :roiPredicted, :roiLow,
                            :roiHigh)
                        on conflict (event_id) do update set revision = excluded.revision,
                            day = excluded.day, engine = excluded.engine,
                            prompt_version = excluded.prompt_version, grade = excluded.grade,
                            cost = excluded.cost, participants = excluded.participants,
                            roi = excluded.roi
                        """)
                .param("event", row.eventId())
                .param("recommendation", row.recommendationId())
                .param("owner", row.ownerId())
                .param("store", row.storeKey())
                .param("revision", row.revision())
                .param("day", row.day())
                .param("industry", row.place().industry())
                .param("businessType", row.place().businessType())
                .param("city", row.place().city())
                .param("district", row.place().district())
                .param("engine", row.writing().engine())
                .param("promptVersion", row.writing().promptVersion())
                .param("slot", row.slot())
                .param("purpose", row.purpose())
                .param("grade", row.grade())
                .param("cost", row.cost())
                .param("participants", row.participants().actual())
                .param("participantsPredicted", row.participants().predicted())
                .param("participantsLow", row.participants().low())
                .param("participantsHigh", row.participants().high())
                .param("roi", row.roi().actual())
                .param("roiPredicted", row.roi().predicted())
                .param("roiLow", row.roi().low())
                .param("roiHigh", row.roi().high())
                .update();
    }

    static OutcomeRow row(ResultSet row, int number) throws SQLException {
        return new OutcomeRow(
                row.getObject("event_id", UUID.class),
                row.getObject("recommendation_id", UUID.class),
                row.getObject("owner_id", UUID.class),
                row.getObject("store_key", UUID.class),
                row.getInt("revision"),
                row.getObject("day", LocalDate.class),
                new Place(
                        row.getString("industry"),
                        row.getString("business_type"),
                        row.getString("city"),
                        row.getString("district")),
                new Writing(row.getString("engine"), row.getString("prompt_version")),
                row.getString("slot"),
                row.getString("purpose"),
                row.getString("grade"),
                row.getLong("cost"),
                compared(row, "participants"),
                compared(row, "roi"));
    }

    private static Compared compared(ResultSet row, String figure) throws SQLException {
        return new Compared(
                row.getInt(figure),
                row.getInt(figure + "_predicted"),
                row.getInt(figure + "_low"),
                row.getInt(figure + "_high"));
    }
}
