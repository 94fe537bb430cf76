package kr.dangol.recommendation.serving;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import kr.dangol.event.StoreEventId;
import kr.dangol.platform.AccountId;
import kr.dangol.recommendation.RecommendationId;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.databind.cfg.DateTimeFeature;
import tools.jackson.databind.json.JsonMapper;

/// Every answer an owner got, whole, and what became of it.
@Repository
class History {

    /// Not the web's mapper: what was written once must stay readable, whatever requests may hold.
    private static final JsonMapper JSON =
            JsonMapper.builder().disable(DateTimeFeature.ADJUST_DATES_TO_CONTEXT_TIME_ZONE).build();

    private final JdbcClient jdbc;

    History(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /// One answer. All that followed from the same first one by recommending again share `chain`.
    record Kept(
            UUID id,
            UUID chain,
            AnswerResponse answer,
            @Nullable String chosenOption,
            @Nullable UUID eventId) {

        AnswerResponse current() {
            return answer.withChoice(chosenOption, eventId);
        }
    }

    /// A line of the list of answers.
    record Line(
            UUID id,
            Instant createdAt,
            String purpose,
            @Nullable UUID storeId,
            @Nullable String storeName,
            LocalDate startDate,
            List<String> titles,
            @Nullable String chosenOption,
            @Nullable UUID eventId) {}

    void add(AccountId owner, UUID chain, AnswerResponse answer) {
        var data = answer.data();
        jdbc.sql(
                        """
                        insert into recommendation.recommendation (id, account_id, chain_id, store_id,
                            store_name, purpose, start_date, titles, answer, created_at)
                        values (:id, :owner, :chain, :storeId, :storeName, :purpose, :startDate, :titles,
                            :answer::jsonb, :createdAt)
                        """)
                .param("id", data.id())
                .param("owner", owner.value())
                .param("chain", chain)
                .param("storeId", data.request().storeId())
                .param("storeName", data.request().storeName())
                .param("purpose", data.request().eventPurpose())
                .param("startDate", data.request().startDate())
                .param(
                        "titles",
                        data.recommendations().stream()
                                .map(PlanResponse::title)
                                .toArray(String[]::new))
                .param("answer", JSON.writeValueAsString(answer))
                .param("createdAt", data.createdAt())
                .update();
    }

    Kept get(AccountId owner, RecommendationId id) {
        return find(owner, id, "");
    }

    /// Nobody else chooses from it until the transaction ends.
    Kept lock(AccountId owner, RecommendationId id) {
        return find(owner, id, "for update");
    }

    private Kept find(AccountId owner, RecommendationId id, String lock) {
        return jdbc.sql(
                        """
                        select id, chain_id, answer, chosen_option, event_id
                        from recommendation.recommendation
                        where id = :id and account_id = :owner
                        """
                                + lock)
                .param("id", id.value())
                .param("owner", owner.value())
                .query(History::kept)
                .optional()
                .orElseThrow(RecommendationNotFound::new);
    }

    Set<String> titlesOf(UUID chain) {
        return new HashSet<>(
                jdbc.sql(
                                """
                                select unnest(titles) from recommendation.recommendation
                                where chain_id = :chain
                                """)
                        .param("chain", chain)
                        .query(String.class)
                        .list());
    }

    /// The answer from which an event was chosen.
    Optional<UUID> answerOf(StoreEventId event) {
        return jdbc.sql("select id from recommendation.recommendation where event_id = :event")
                .param("event", event.value())
                .query(UUID.class)
                .optional();
    }

    void choose(UUID id, String option, UUID eventId, Instant at) {
        jdbc.sql(
                        """
                        update recommendation.recommendation
                        set chosen_option = :option, event_id = :event, chosen_at = :at where id = :id
                        """)
                .param("option", option)
                .param("event", eventId)
                .param("at", at.atOffset(ZoneOffset.UTC))
                .param("id", id)
                .update();
    }

    void reject(UUID id, @Nullable String reason, Instant at) {
        jdbc.sql(
                        """
                        update recommendation.recommendation
                        set rejected_at = :at, rejected_reason = :reason where id = :id
                        """)
                .param("at", at.atOffset(ZoneOffset.UTC))
                .param("reason", reason)
                .param("id", id)
                .update();
    }

    /// An answer its owner did nothing about.
    record Left(UUID id, UUID owner, AnswerResponse answer) {}

    /// Marks those shown before `before` that were neither chosen from nor turned down, and that
    /// nobody else is marking, and returns them.
    List<Left> abandon(Instant before, Instant at, int limit) {
        return jdbc.sql(
                        """
                        update recommendation.recommendation set abandoned_at = :at
                        where id in (
                            select id from recommendation.recommendation
                            where chosen_at is null and rejected_at is null and abandoned_at is null
                                and created_at < :before
                            order by created_at limit :limit for update skip locked)
                        returning id, account_id, answer
                        """)
                .param("at", at.atOffset(ZoneOffset.UTC))
                .param("before", before.atOffset(ZoneOffset.UTC))
                .param("limit", limit)
                .query((row, _) ->
                        new Left(
                                row.getObject("id", UUID.class),
                                row.getObject("account_id", UUID.class),
                                JSON.readValue(row.getString("answer"), AnswerResponse.class)))
                .list();
    }

    /// The newest first, from after `before` on.
    List<Line> list(AccountId owner, Optional<Cursor> before, int limit) {
        return jdbc.sql(
                        """
                        select id, created_at, purpose, store_id, store_name, start_date, titles,
                            chosen_option, event_id
                        from recommendation.recommendation
                        where account_id = :owner and (created_at, id) < (:createdAt, :id)
                        order by created_at desc, id desc limit :limit
                        """)
                .param("owner", owner.value())
                .param(
                        "createdAt",
                        before.orElse(Cursor.START).createdAt().atOffset(ZoneOffset.UTC))
                .param("id", before.orElse(Cursor.START).id())
                .param("limit", limit)
                .query(History::line)
                .list();
    }

    List<AnswerResponse> all(AccountId owner) {
        return jdbc
                .sql(
                        """
                        select id, chain_id, answer, chosen_option, event_id
                        from recommendation.recommendation
                        where account_id = :owner order by created_at, id
                        """)
                .param("owner", owner.value())
                .query(History::kept)
                .stream()
                .map(Kept::current)
                .toList();
    }

    void removeAll(AccountId owner) {
        jdbc.sql("delete from recommendation.recommendation where account_id = :owner")
                .param("owner", owner.value())
                .update();
    }

    private static Kept kept(ResultSet row, int number) throws SQLException {
        return new Kept(
                row.getObject("id", UUID.class),
                row.getObject("chain_id", UUID.class),
                JSON.readValue(row.getString("answer"), AnswerResponse.class),
                row.getString("chosen_option"),
                row.getObject("event_id", UUID.class));
    }

    private static Line line(ResultSet row, int number) throws SQLException {
        return new Line(
                row.getObject("id", UUID.class),
                row.getObject("created_at", OffsetDateTime.class).toInstant(),
                row.getString("purpose"),
                row.getObject("store_id", UUID.class),
                row.getString("store_name"),
                row.getObject("start_date", LocalDate.class),
                Arrays.asList((String[]) row.getArray("titles").getArray()),
                row.getString("chosen_option"),
                row.getObject("event_id", UUID.class));
    }
}
