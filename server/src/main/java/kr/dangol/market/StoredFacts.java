package kr.dangol.market;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.function.Consumer;
import kr.dangol.shared.Region;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/// Public figures in PostgreSQL.
@Repository
class StoredFacts implements PublicFacts {

    private static final int BATCH = 1_000;

    private final JdbcClient jdbc;
    private final JdbcTemplate batches;
    private final Clock clock;

    StoredFacts(JdbcClient jdbc, JdbcTemplate batches, Clock clock) {
        this.jdbc = jdbc;
        this.batches = batches;
        this.clock = clock;
    }

    /// A stored fact with its edition.
    record Row(
            Series series,
            String period,
            LocalDate asOf,
            String subject,
            @Nullable Region region,
            double value) {}

    @Override
    @Transactional
    public void publish(Series series, String period, LocalDate asOf, List<PublicFact> facts) {
        jdbc.sql("delete from market.edition where series = :series and period = :period")
                .param("series", series.name())
                .param("period", period)
                .update();
        jdbc.sql(
                        """
                        insert into market.edition
                            (series, period, source, as_of, retrieved_at, confirmed_at, facts)
                        values (:series, :period, :source, :asOf, :now, :now, :facts)
                        """)
                .param("series", series.name())
                .param("period", period)
                .param("source", series.source())
                .param("asOf", asOf)
                .param("now", now())
                .param("facts", facts.size())
                .update();
        batches.batchUpdate(
                "insert into market.fact (series, period, subject, city, district, value) values"
                        + " (?, ?, ?, ?, ?, ?)",
                facts,
                BATCH,
                (statement, fact) -> {
                    var region = fact.region();
                    var district = region == null ? null : region.district();
                    statement.setString(1, series.name());
                    statement.setString(2, period);
                    statement.setString(3, fact.subject());
                    statement.setString(4, region == null ? "" : region.city());
                    statement.setString(5, district == null ? "" : district);
                    statement.setDouble(6, fact.value());
                });
        forgetOld(series);
        jdbc.sql("update market.version set version = version + 1").update();
    }

    /// Two editions of shops tell what changed; of the others what is too old to be compared with
    /// goes.
    private void forgetOld(Series series) {
        jdbc.sql(
                        """
                        delete from market.edition e where series = :series and (as_of < :oldest
                            or (:few and (select count(*) from market.edition newer
                                          where newer.series = e.series and newer.as_of > e.as_of) >= 2))
                        """)
                .param("series", series.name())
                .param("oldest", LocalDate.now(clock).minusDays(series.kept().toDays()))
                .param("few", series == Series.STORES)
                .update();
    }

    @Override
    public boolean confirm(Series series, String period) {
        return jdbc.sql(
                                "update market.edition set confirmed_at = :now where series ="
                                        + " :series and period = :period")
                        .param("now", now())
                        .param("series", series.name())
                        .param("period", period)
                        .update()
                > 0;
    }

    @Override
    public List<Edition> editions() {
        return jdbc.sql("select * from market.edition order by series, as_of desc")
                .query((row, number) ->
                        new Edition(
                                Series.valueOf(row.getString("series")),
                                row.getString("period"),
                                row.getObject("as_of", LocalDate.class),
                                row.getObject("retrieved_at", OffsetDateTime.class).toInstant(),
                                row.getObject("confirmed_at", OffsetDateTime.class).toInstant(),
                                row.getLong("facts")))
                .list();
    }

    long version() {
        return jdbc.sql("select version from market.version").query(Long.class).single();
    }

    /// Every fact, the newest edition of a series first.
    @Transactional(readOnly = true)
    void forEach(Consumer<Row> reader) {
        batches.query(
                connection -> {
                    var statement =
                            connection.prepareStatement(
                                    """
                                    select f.*, e.as_of from market.fact f
                                    join market.edition e using (series, period)
                                    order by f.series, e.as_of desc
                                    """);
                    statement.setFetchSize(BATCH);
                    return statement;
                },
                row -> {
                    reader.accept(row(row));
                });
    }

    private static Row row(ResultSet row) throws SQLException {
        var city = row.getString("city");
        var district = row.getString("district");
        return new Row(
                Series.valueOf(row.getString("series")),
                row.getString("period"),
                row.getObject("as_of", LocalDate.class),
                row.getString("subject"),
                city.isEmpty() ? null : new Region(city, district.isEmpty() ? null : district),
                row.getDouble("value"));
    }

    private OffsetDateTime now() {
        return clock.instant().atOffset(ZoneOffset.UTC);
    }
}
