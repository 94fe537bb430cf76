package kr.dangol.insight.measures;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import kr.dangol.platform.AccountId;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.DataClassRowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// What worked for other shops like one's own: medians of groups of at least five shops, never one
/// shop's figures. Looks at the nearest circle that has such a group: same business type in the
/// same region, same business type, same industry.
@Repository
public class Peers {

    static final int FEWEST_SHOPS = 5;

    private static final int YEARS_BACK = 2;

    private final JdbcClient jdbc;
    private final Clock clock;

    Peers(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /// A shop as far as it matters here.
    public record Shop(String industry, String businessType, @Nullable String city) {}

    /// How near the others are.
    public enum Circle {
        TYPE_AND_REGION,
        TYPE,
        INDUSTRY
    }

    /// Medians of what other shops had from one place.
    public record PeerGroup(
            String slot, int shops, int events, long cost, int participants, int roi) {}

    /// The best return first; empty where nobody may be shown.
    public record PeerResults(@Nullable Circle circle, List<PeerGroup> groups) {}

    public PeerResults of(AccountId owner, Shop shop) {
        return Stream.of(Circle.values())
                .filter(circle -> circle != Circle.TYPE_AND_REGION || shop.city() != null)
                .map(circle -> new PeerResults(circle, groups(owner, shop, circle)))
                .filter(results -> !results.groups().isEmpty())
                .findFirst()
                .orElse(new PeerResults(null, List.of()));
    }

    private List<PeerGroup> groups(AccountId owner, Shop shop, Circle circle) {
        var narrower =
                switch (circle) {
                    case TYPE_AND_REGION -> "and business_type = :type and city = :city";
                    case TYPE -> "and business_type = :type";
                    case INDUSTRY -> "";
                };
        return jdbc.sql(
                        """
                        select slot, count(distinct store_key) as shops, count(*) as events,
                            percentile_disc(0.5) within group (order by cost) as cost,
                            percentile_disc(0.5) within group (order by participants)
                                as participants,
                            percentile_disc(0.5) within group (order by roi) as roi
                        from insight.outcome
                        where industry = :industry and day between :since and :today
                            and owner_id is distinct from :owner and grade = 'MEASURED' %s
                        group by slot having count(distinct store_key) >= :fewest
                        order by roi desc, slot
                        """
                                .formatted(narrower))
                .param("industry", shop.industry())
                .param("type", shop.businessType())
                .param("city", shop.city())
                .param("since", LocalDate.now(clock).minusYears(YEARS_BACK))
                .param("today", LocalDate.now(clock))
                .param("owner", owner.value())
                .param("fewest", FEWEST_SHOPS)
                .query(new DataClassRowMapper<>(PeerGroup.class))
                .list();
    }
}
