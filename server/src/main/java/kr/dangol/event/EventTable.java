package kr.dangol.event;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collector;
import java.util.stream.Collectors;
import kr.dangol.event.CostItems.CostItem;
import kr.dangol.event.Figures.OutletResult;
import kr.dangol.platform.AccountId;
import kr.dangol.shared.BusinessTypes;
import kr.dangol.shared.Channel;
import kr.dangol.shared.Industry;
import kr.dangol.shared.Purpose;
import kr.dangol.shared.Region;
import kr.dangol.shared.Season;
import kr.dangol.shared.Slot;
import kr.dangol.shared.Won;
import kr.dangol.store.StoreId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;
import org.springframework.stereotype.Repository;
import tools.jackson.databind.json.JsonMapper;

/// The events on record with their edits and outcomes. What is another owner's is not found.
@Repository
class EventTable {

    private final JdbcClient jdbc;
    private final JsonMapper json;

    EventTable(JdbcClient jdbc, JsonMapper json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    StoreEvent get(AccountId owner, StoreEventId id) {
        return one(
                "select * from event.store_event where id = :id and owner_id = :owner", owner, id);
    }

    /// The event, which nobody else changes until the transaction ends.
    StoreEvent lock(AccountId owner, StoreEventId id) {
        return one(
                """
                select * from event.store_event where id = :id and owner_id = :owner for update
                """,
                owner,
                id);
    }

    List<StoreEvent> list(AccountId owner, EventFilter filter) {
        var sql = new StringBuilder("select * from event.store_event where owner_id = :owner");
        if (filter.status() != null) {
            sql.append(" and status = :status");
        }
        if (filter.overdueOn() != null) {
            sql.append(" and status in ('DRAFT', 'RUNNING') and end_date < :overdueOn");
        }
        if (filter.after() != null) {
            sql.append(" and (created_at, id) < (:createdAt, :id)");
        }
        sql.append(" order by created_at desc, id desc limit :limit");
        var query =
                jdbc.sql(sql.toString())
                        .param("owner", owner.value())
                        .param("limit", filter.limit());
        if (filter.status() != null) {
            query = query.param("status", filter.status().name());
        }
        if (filter.overdueOn() != null) {
            query = query.param("overdueOn", filter.overdueOn());
        }
        if (filter.after() != null) {
            query =
                    query.param("createdAt", utc(filter.after().createdAt()))
                            .param("id", filter.after().id());
        }
        return whole(query.query(this::read).list());
    }

    List<StoreEvent> all(AccountId owner) {
        return list(owner, new EventFilter(null, null, null, Integer.MAX_VALUE));
    }

    List<StoreEvent> closedSince(AccountId owner, LocalDate day) {
        return whole(
                jdbc.sql(
                                """
                                select * from event.store_event
                                where owner_id = :owner and completed_on >= :day
                                order by completed_on desc, id desc
                                """)
                        .param("owner", owner.value())
                        .param("day", day)
                        .query(this::read)
                        .list());
    }

    void add(StoreEvent event) {
        fill(
                        jdbc.sql(
                                        """
                                        insert into event.store_event (id, owner_id, store_id,
                                            recommendation_id, slot, title, prize, participation,
                                            winners, cost, cost_items, start_date, end_date,
                                            purpose, channel, industry, business_type, city,
                                            district, season, prediction, original_prediction, status, completed_on,
                                            created_at)
                                        values (:id, :owner, :store, :recommendation, :slot, :title,
                                            :prize, :participation, :winners, :cost,
                                            cast(:costItems as jsonb), :startDate, :endDate,
                                            :purpose, :channel, :industry, :businessType,
                                            :city, :district, :season, cast(:prediction as jsonb),
                                            cast(:originalPrediction as jsonb), :status,
                                            :completedOn, :createdAt)
                                        """)
                                .param("createdAt", utc(event.createdAt())),
                        event)
                .update();
    }

    /// Stores the event with what was added to its edits and outcomes.
    void update(StoreEvent before, StoreEvent after) {
        store(after);
        for (int i = before.edits().size(); i < after.edits().size(); i++) {
            addEdit(after.id(), i + 1, after.edits().get(i));
        }
        after.outcomes().stream()
                .skip(before.outcomes().size())
                .forEach(outcome -> addOutcome(after.id(), outcome));
    }

    private void store(StoreEvent event) {
        fill(
                        jdbc.sql(
                                """
                                update event.store_event set store_id = :store,
                                    recommendation_id = :recommendation, slot = :slot,
                                    title = :title, prize = :prize,
                                    participation = :participation, winners = :winners,
                                    cost = :cost, cost_items = cast(:costItems as jsonb),
                                    start_date = :startDate, end_date = :endDate,
                                    purpose = :purpose, channel = :channel, industry = :industry,
                                    business_type = :businessType, city = :city,
                                    district = :district, season = :season,
                                    prediction = cast(:prediction as jsonb),
                                    original_prediction = cast(:originalPrediction as jsonb),
                                    status = :status, completed_on = :completedOn
                                where id = :id and owner_id = :owner
                                """),
                        event)
                .update();
    }

    /// Stores another choice in the place of an event, without the edits of the former.
    void replace(StoreEvent event) {
        jdbc.sql("delete from event.edit where event_id = :id")
                .param("id", event.id().value())
                .update();
        store(event);
    }

    void removeAll(AccountId owner) {
        jdbc.sql("delete from event.store_event where owner_id = :owner")
                .param("owner", owner.value())
                .update();
    }

    private void addEdit(StoreEventId event, int number, Edit edit) {
        jdbc.sql(
                        """
                        insert into event.edit
                            (event_id, number, field, old_value, new_value, edited_at)
                        values (:event, :number, :field, :from, :to, :at)
                        """)
                .param("event", event.value())
                .param("number", number)
                .param("field", edit.field())
                .param("from", edit.from())
                .param("to", edit.to())
                .param("at", utc(edit.at()))
                .update();
    }

    private void addOutcome(StoreEventId event, Outcome outcome) {
        var figures = outcome.figures();
        var revenue = figures.revenue();
        jdbc.sql(
                        """
                        insert into event.outcome (event_id, revision, participants, cost, roi,
                            revenue, outlets, completed_on, measured_by, recorded_at)
                        values (:event, :revision, :participants, :cost, :roi, :revenue,
                            cast(:outlets as jsonb), :completedOn, :measuredBy, :recordedAt)
                        """)
                .param("event", event.value())
                .param("revision", outcome.revision())
                .param("participants", figures.participants())
                .param("cost", figures.cost().amount())
                .param("roi", figures.roi())
                .param("revenue", revenue == null ? null : revenue.amount())
                .param("outlets", json.writeValueAsString(figures.outlets()))
                .param("completedOn", figures.completedOn())
                .param("measuredBy", figures.measuredBy().name())
                .param("recordedAt", utc(outcome.recordedAt()))
                .update();
    }

    private StatementSpec fill(StatementSpec statement, StoreEvent event) {
        var plan = event.plan();
        var traits = plan.traits();
        var region = traits.region();
        var store = event.storeId();
        return statement
                .param("id", event.id().value())
                .param("owner", event.owner().value())
                .param("store", store == null ? null : store.value())
                .param("recommendation", event.recommendationId())
                .param("slot", event.slot().key())
                .param("title", plan.title())
                .param("prize", traits.prize())
                .param("participation", traits.participation())
                .param("winners", plan.winners())
                .param("cost", traits.cost().amount())
                .param("costItems", json.writeValueAsString(plan.costItems().items()))
                .param("startDate", plan.startDate())
                .param("endDate", plan.endDate())
                .param("purpose", traits.purpose().name())
                .param("channel", traits.channel().name())
                .param("industry", traits.industry().name())
                .param("businessType", traits.businessType().name())
                .param("city", region == null ? null : region.city())
                .param("district", region == null ? null : region.district())
                .param("season", Season.of(plan.startDate()).name())
                .param("prediction", json.writeValueAsString(event.prediction()))
                .param("originalPrediction", json.writeValueAsString(event.originalPrediction()))
                .param("status", event.status().name())
                .param(
                        "completedOn",
                        event.outcome().map(last -> last.figures().completedOn()).orElse(null));
    }

    private StoreEvent one(String sql, AccountId owner, StoreEventId id) {
        var row =
                jdbc.sql(sql)
                        .param("id", id.value())
                        .param("owner", owner.value())
                        .query(this::read)
                        .optional()
                        .orElseThrow(StoreEventNotFound::new);
        return whole(List.of(row)).getFirst();
    }

    /// Adds edits and outcomes, which all events of a list share two queries for.
    private List<StoreEvent> whole(List<StoreEvent> rows) {
        if (rows.isEmpty()) {
            return rows;
        }
        var ids = rows.stream().map(each -> each.id().value()).toArray(UUID[]::new);
        var edits = edits(ids);
        var outcomes = outcomes(ids);
        var events = new ArrayList<StoreEvent>(rows.size());
        for (var row : rows) {
            events.add(
                    row.withHistory(
                            edits.getOrDefault(row.id().value(), List.of()),
                            outcomes.getOrDefault(row.id().value(), List.of())));
        }
        return events;
    }

    private Map<UUID, List<Edit>> edits(UUID[] events) {
        return jdbc
                .sql(
                        "select * from event.edit where event_id = any(:ids) order by event_id, number")
                .param("ids", events)
                .query((row, number) ->
                        Map.entry(
                                row.getObject("event_id", UUID.class),
                                new Edit(
                                        row.getString("field"),
                                        row.getString("old_value"),
                                        row.getString("new_value"),
                                        row.getTimestamp("edited_at").toInstant())))
                .list()
                .stream()
                .collect(grouped());
    }

    private Map<UUID, List<Outcome>> outcomes(UUID[] events) {
        return jdbc
                .sql(
                        """
                        select * from event.outcome where event_id = any(:ids)
                        order by event_id, revision
                        """)
                .param("ids", events)
                .query((row, number) ->
                        Map.entry(row.getObject("event_id", UUID.class), readOutcome(row)))
                .list()
                .stream()
                .collect(grouped());
    }

    private static <T> Collector<Map.Entry<UUID, T>, ?, Map<UUID, List<T>>> grouped() {
        return Collectors.groupingBy(
                Map.Entry::getKey, Collectors.mapping(Map.Entry::getValue, Collectors.toList()));
    }

    private StoreEvent read(ResultSet row, int number) throws SQLException {
        var store = row.getObject("store_id", UUID.class);
        return new StoreEvent(
                new StoreEventId(row.getObject("id", UUID.class)),
                new AccountId(row.getObject("owner_id", UUID.class)),
                store == null ? null : new StoreId(store),
                row.getObject("recommendation_id", UUID.class),
                Slot.find(row.getString("slot")).orElseThrow(),
                readPlan(row),
                readPrediction(row, "original_prediction"),
                readPrediction(row, "prediction"),
                EventStatus.valueOf(row.getString("status")),
                List.of(),
                List.of(),
                row.getTimestamp("created_at").toInstant());
    }

    private EventPlan readPlan(ResultSet row) throws SQLException {
        return new EventPlan(
                row.getString("title"),
                readTraits(row),
                row.getObject("winners", Integer.class),
                new CostItems(
                        List.of(json.readValue(row.getString("cost_items"), CostItem[].class))),
                row.getObject("end_date", LocalDate.class));
    }

    private static EventTraits readTraits(ResultSet row) throws SQLException {
        var industry = Industry.valueOf(row.getString("industry"));
        var city = row.getString("city");
        return new EventTraits(
                industry,
                BusinessTypes.resolve(row.getString("business_type"), industry),
                city == null ? null : new Region(city, row.getString("district")),
                Purpose.valueOf(row.getString("purpose")),
                row.getObject("start_date", LocalDate.class),
                Channel.valueOf(row.getString("channel")),
                Won.of(row.getLong("cost")),
                row.getString("prize"),
                row.getString("participation"));
    }

    private Prediction readPrediction(ResultSet row, String column) throws SQLException {
        return json.readValue(row.getString(column), Prediction.class);
    }

    private Outcome readOutcome(ResultSet row) throws SQLException {
        var revenue = row.getObject("revenue", Long.class);
        return new Outcome(
                row.getInt("revision"),
                new Figures(
                        row.getInt("participants"),
                        Won.of(row.getLong("cost")),
                        row.getInt("roi"),
                        revenue == null ? null : Won.of(revenue),
                        List.of(json.readValue(row.getString("outlets"), OutletResult[].class)),
                        row.getObject("completed_on", LocalDate.class),
                        MeasuredBy.valueOf(row.getString("measured_by"))),
                row.getTimestamp("recorded_at").toInstant());
    }

    private static OffsetDateTime utc(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }
}
