package kr.dangol.forecast.learning;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import kr.dangol.account.AccountDeleted;
import kr.dangol.account.PersonalData;
import kr.dangol.casebook.PrecedentId;
import kr.dangol.event.OutcomeRecorded;
import kr.dangol.event.StoreEvent;
import kr.dangol.event.StoreEventId;
import kr.dangol.forecast.Correction;
import kr.dangol.forecast.Correction.Expected;
import kr.dangol.platform.AccountId;
import org.jspecify.annotations.Nullable;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.modulith.events.ApplicationModuleListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// Keeps what forecasts expected of a closed event's plan before they learned from it and after, so
/// that the owner can see what the outcome changed and takes it along in the export.
@Component
public class Corrections implements PersonalData {

    private static final String SELECT =
            """
            select event_id, participants_before, roi_before, participants_after, roi_after
            from forecast.correction
            """;

    private final LearnedForecasts forecasts;
    private final JdbcClient jdbc;

    Corrections(LearnedForecasts forecasts, JdbcClient jdbc) {
        this.forecasts = forecasts;
        this.jdbc = jdbc;
    }

    /// In the transaction that closes the event, before anybody can have learned from it. What was
    /// expected before the first telling stays when the owner corrects the figures.
    @EventListener
    void on(OutcomeRecorded outcome) {
        var before = forecasts.forecast(outcome.traits());
        jdbc.sql(
                        """
                        insert into forecast.correction (event_id, owner_id, participants_before,
                            roi_before, version_before)
                        values (:event, :owner, :participants, :roi, :version)
                        on conflict (event_id) do update set
                            participants_after = null, roi_after = null, version_after = null
                        """)
                .param("event", outcome.eventId().value())
                .param("owner", outcome.owner().value())
                .param("participants", before.participants().expected())
                .param("roi", before.roi().expected())
                .param("version", before.modelVersion())
                .update();
    }

    @ApplicationModuleListener
    void on(AccountDeleted deleted) {
        jdbc.sql("delete from forecast.correction where owner_id = :owner")
                .param("owner", deleted.account().value())
                .update();
    }

    /// Empty for an event without an outcome. Once what came is learned, what is then expected is
    /// kept: later outcomes of others are no part of this correction.
    @Transactional
    public Optional<Correction> find(StoreEvent event) {
        var found = read(event.id());
        if (found.isPresent() && found.get().after() == null && isLearned(event)) {
            var now = forecasts.forecast(event.plan().traits());
            jdbc.sql(
                            """
                            update forecast.correction set participants_after = :participants,
                                roi_after = :roi, version_after = :version
                            where event_id = :event and version_after is null
                            """)
                    .param("event", event.id().value())
                    .param("participants", now.participants().expected())
                    .param("roi", now.roi().expected())
                    .param("version", now.modelVersion())
                    .update();
            return read(event.id());
        }
        return found;
    }

    private boolean isLearned(StoreEvent event) {
        var outcome = event.outcome().map(each -> each.figures());
        return outcome.isPresent()
                && forecasts.know(
                        PrecedentId.of(event.id()),
                        outcome.get().participants(),
                        outcome.get().roi());
    }

    @Override
    public String section() {
        return "forecastCorrections";
    }

    @Override
    public List<ExportedCorrection> export(AccountId account) {
        return jdbc.sql(SELECT + "where owner_id = :owner order by event_id")
                .param("owner", account.value())
                .query((row, number) ->
                        new ExportedCorrection(
                                row.getObject("event_id", UUID.class), correction(row)))
                .list();
    }

    record ExportedCorrection(UUID eventId, Correction correction) {}

    private Optional<Correction> read(StoreEventId event) {
        return jdbc.sql(SELECT + "where event_id = :event")
                .param("event", event.value())
                .query((row, number) -> correction(row))
                .optional();
    }

    private static Correction correction(ResultSet row) throws SQLException {
        return new Correction(
                new Expected(row.getInt("participants_before"), row.getInt("roi_before")),
                after(
                        row.getObject("participants_after", Integer.class),
                        row.getObject("roi_after", Integer.class)));
    }

    private static @Nullable Expected after(@Nullable Integer participants, @Nullable Integer roi) {
        return participants == null || roi == null ? null : new Expected(participants, roi);
    }
}
