package kr.dangol.benchmarks.cluster;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.TimeUnit;

/// Looks in the database for what was acknowledged.
final class Books {

    private static final long PATIENCE_NANOS = TimeUnit.MINUTES.toNanos(5);

    private final Connection database;

    Books(Connection database) {
        this.database = database;
    }

    /// Waits until no fact is under way any more, for as long as a fact may be retried.
    ///
    /// @return how long that took, in seconds
    double settle() throws SQLException, InterruptedException {
        var started = System.nanoTime();
        while (waitingFacts() > 0 && System.nanoTime() - started < PATIENCE_NANOS) {
            TimeUnit.MILLISECONDS.sleep(200);
        }
        return (System.nanoTime() - started) / 1e9;
    }

    long waitingFacts() throws SQLException {
        return number("select count(*) from event_publication where dead_at is null");
    }

    /// Facts that no listener took, for whom they were and why.
    List<String> deadFacts() throws SQLException {
        var sql =
                "select listener_id, failure from event_publication where dead_at is not null limit 20";
        try (var statement = database.createStatement();
                var rows = statement.executeQuery(sql)) {
            var facts = new ArrayList<String>();
            while (rows.next()) {
                facts.add("%s: %s".formatted(rows.getString(1), rows.getString(2)));
            }
            return facts;
        }
    }

    long lostRecommendations(List<String> ids) throws SQLException {
        return ids.size()
                - number(
                        "select count(*) from recommendation.recommendation where id = any (?)",
                        ids);
    }

    long lostEvents(Map<String, Integer> closed) throws SQLException {
        var kept = 0L;
        var sql =
                """
                select count(*) from event.store_event e join event.outcome o on o.event_id = e.id
                where e.id = any (?) and e.status = 'CLOSED' and o.participants = ?
                """;
        for (var each : closed.entrySet()) {
            try (var statement = database.prepareStatement(sql)) {
                statement.setArray(1, uuids(List.of(each.getKey())));
                statement.setInt(2, each.getValue());
                var rows = statement.executeQuery();
                rows.next();
                kept += Math.min(1, rows.getLong(1));
            }
        }
        return closed.size() - kept;
    }

    long doubledEvents() throws SQLException {
        return number(
                        "select count(*) from (select 1 from event.store_event group by recommendation_id having count(*) > 1) d")
                + number(
                        "select count(*) from (select 1 from event.outcome group by event_id having count(*) > 1) d");
    }

    long closedEvents() throws SQLException {
        return number("select count(*) from event.store_event where status = 'CLOSED'");
    }

    long casesOfEvents() throws SQLException {
        return number("select count(*) from casebook.precedents where origin = 'OWN'");
    }

    /// Cases that every instance must find once all news have arrived.
    long findableCases() throws SQLException {
        return number(
                """
                select count(*) from casebook.precedents p where exclusion is null
                    and not exists (select 1 from casebook.set_aside s where s.precedent_id = p.id)
                """);
    }

    long setAside() throws SQLException {
        return number("select count(*) from casebook.set_aside");
    }

    /// Calls in the ledger that ended as they should.
    long ledgerRows() throws SQLException {
        return number("select count(*) from languagemodel.model_call where not estimated");
    }

    private long number(String sql) throws SQLException {
        try (var statement = database.createStatement();
                var rows = statement.executeQuery(sql)) {
            rows.next();
            return rows.getLong(1);
        }
    }

    private long number(String sql, List<String> ids) throws SQLException {
        try (var statement = database.prepareStatement(sql)) {
            statement.setArray(1, uuids(ids));
            var rows = statement.executeQuery();
            rows.next();
            return rows.getLong(1);
        }
    }

    private java.sql.Array uuids(List<String> ids) throws SQLException {
        return database.createArrayOf("uuid", ids.stream().map(UUID::fromString).toArray());
    }
}
