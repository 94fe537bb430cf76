package kr.dangol.insight.measures;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.UUID;
import kr.dangol.insight.sums.Span;
import org.springframework.jdbc.core.DataClassRowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// The single things behind the sums.
@Repository
public class Details {

    private static final ZoneId SEOUL = ZoneId.of("Asia/Seoul");

    private final JdbcClient jdbc;

    Details(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /// Predicted against actual of one event; whose it was is nobody's business here.
    public record OutcomeLine(
            UUID eventId,
            LocalDate day,
            String industry,
            String businessType,
            String city,
            String engine,
            String promptVersion,
            String slot,
            String grade,
            long cost,
            int participants,
            int participantsPredicted,
            int participantsLow,
            int participantsHigh,
            int roi,
            int roiPredicted,
            int roiLow,
            int roiHigh) {}

    /// The latest first.
    public List<OutcomeLine> outcomes(Span span, Slice slice, int limit) {
        var wanted = new HashMap<String, Object>(slice.wanted());
        var sql =
                new StringBuilder(
                        "select * from insight.outcome where day >= :from and day < :until");
        wanted.keySet().forEach(column -> sql.append(" and %s = :%s".formatted(column, column)));
        return jdbc.sql(sql + " order by day desc, event_id limit :limit")
                .params(wanted)
                .param("from", span.from())
                .param("until", span.until())
                .param("limit", limit)
                .query(new DataClassRowMapper<>(OutcomeLine.class))
                .list();
    }

    /// One request that took longer than anybody should wait.
    public record SlowLine(
            OffsetDateTime at, String method, String route, int status, long millis) {}

    /// The latest first.
    public List<SlowLine> slowRequests(Span span, int limit) {
        return jdbc.sql(
                        """
                        select at, method, route, status, millis from insight.slow_request
                        where at >= :from and at < :until order by at desc limit :limit
                        """)
                .param("from", startOf(span.from()))
                .param("until", startOf(span.until()))
                .param("limit", limit)
                .query((row, _) ->
                        new SlowLine(
                                row.getObject("at", OffsetDateTime.class)
                                        .atZoneSameInstant(SEOUL)
                                        .toOffsetDateTime(),
                                row.getString("method"),
                                row.getString("route"),
                                row.getInt("status"),
                                row.getLong("millis")))
                .list();
    }

    /// Nothing that happened before is of a day, nothing after the next one's start.
    static OffsetDateTime startOf(LocalDate day) {
        return day.atStartOfDay(SEOUL).toOffsetDateTime();
    }
}
