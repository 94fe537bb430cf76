package kr.dangol.recommendation.serving;

import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import kr.dangol.experiment.Traffic;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// What shops did in the last four weeks; every shop counts as much as every other.
@Repository
class RecentTraffic implements Traffic {

    private static final Duration RECENT = Duration.ofDays(28);

    private final JdbcClient jdbc;
    private final Clock clock;

    RecentTraffic(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    @Override
    public Recent recent() {
        return jdbc.sql(
                        """
                        select count(*) as shops, coalesce(sum(answers), 0) as answers,
                            coalesce(avg(chosen), 0) as choice_rate,
                            coalesce(avg(rejected), 0) as regenerate_rate
                        from (
                            select count(*) as answers,
                                avg((chosen_at is not null)::int) as chosen,
                                avg((rejected_at is not null)::int) as rejected
                            from recommendation.recommendation
                            where created_at >= :since
                            group by coalesce(store_id, account_id)) shop
                        """)
                .param("since", clock.instant().minus(RECENT).atOffset(ZoneOffset.UTC))
                .query((row, _) ->
                        new Recent(
                                row.getInt("shops"),
                                row.getInt("answers"),
                                row.getDouble("choice_rate"),
                                row.getDouble("regenerate_rate")))
                .single();
    }
}
