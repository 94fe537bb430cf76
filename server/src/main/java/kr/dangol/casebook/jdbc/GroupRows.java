package kr.dangol.casebook.jdbc;

import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import kr.dangol.casebook.PrecedentGroup;
import kr.dangol.casebook.PrecedentId;
import kr.dangol.casebook.SimilarQuery;
import kr.dangol.shared.BusinessType;
import kr.dangol.shared.Channel;
import kr.dangol.shared.Industry;
import kr.dangol.shared.Purpose;
import kr.dangol.shared.Won;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// Measured events of our owners, only ever as groups of shops. The groups of one answer are
/// disjoint and their figures rounded, so that no shop can be computed from the difference of two.
@Repository
public class GroupRows {

    /// A shop counts once however many events it had: medians are over shops' own averages.
    private static final String GROUPS =
            """
            with shops as (
                select purpose, channel, store_key, count(*) as events, avg(cost) as cost,
                       avg(participants) as participants, avg(roi) as roi
                from casebook.precedents
                where origin = 'OWN' and grade = 'MEASURED' and exclusion is null
                  and industry = :industry
                  and (cast(:type as text) is null or business_type = :type)
                  and cost between :costFrom and :costTo
                group by purpose, channel, store_key)
            select purpose, channel, count(*) as stores, sum(events) as events,
                   percentile_cont(0.5) within group (order by cost) as cost,
                   percentile_cont(0.5) within group (order by participants) as participants,
                   percentile_cont(0.5) within group (order by roi) as roi
            from shops
            group by purpose, channel
            having count(*) >= :stores
            order by (purpose = :purpose) desc, coalesce(channel = :channel, false) desc, stores desc
            limit :limit
            """;

    private final JdbcClient jdbc;

    GroupRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /// Groups of the same business type; where there are none, of the whole industry.
    public List<PrecedentGroup> groups(SimilarQuery query) {
        var near = groups(query, query.businessType());
        return near.isEmpty() ? groups(query, null) : near;
    }

    private List<PrecedentGroup> groups(SimilarQuery query, @Nullable BusinessType type) {
        var budget = query.budget();
        var channel = query.channel();
        return jdbc.sql(GROUPS)
                .param("industry", query.industry().name())
                .param("type", type == null ? null : type.name())
                .param("costFrom", budget == null ? 0 : budget.amount() / 2)
                .param("costTo", budget == null ? Long.MAX_VALUE : budget.amount() * 3 / 2)
                .param("stores", PrecedentGroup.MIN_STORES)
                .param("purpose", query.purpose().name())
                .param("channel", channel == null ? null : channel.name())
                .param("limit", query.limit())
                .query((row, number) -> group(row, query.industry(), type))
                .list();
    }

    private static PrecedentGroup group(
            ResultSet row, Industry industry, @Nullable BusinessType type) throws SQLException {
        var purpose = Purpose.valueOf(row.getString("purpose"));
        var channel = Channel.valueOf(row.getString("channel"));
        var shop = type == null ? industry.label() : type.name();
        return new PrecedentGroup(
                id(List.of(shop, purpose, channel)),
                Stream.of(shop, channel.label(), purpose.label(), "이벤트")
                        .collect(Collectors.joining(" ")),
                industry,
                type,
                purpose,
                channel,
                row.getInt("stores"),
                row.getInt("events"),
                Won.of(rounded(row.getDouble("cost"))),
                (int) rounded(row.getDouble("participants")),
                (int) rounded(row.getDouble("roi")));
    }

    private static PrecedentId id(List<?> parts) {
        var name = "group " + parts;
        return new PrecedentId(UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8)));
    }

    /// To two significant digits.
    private static long rounded(double figure) {
        var size = Math.abs(figure);
        if (size < 100) {
            return Math.round(figure);
        }
        var unit = Math.pow(10, Math.floor(Math.log10(size)) - 1);
        return Math.round(Math.round(figure / unit) * unit);
    }
}
