package kr.dangol.insight.ledger;

import java.time.ZoneOffset;
import kr.dangol.platform.SlowRequest;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.modulith.events.ApplicationModuleListener;
import org.springframework.stereotype.Repository;

/// Keeps requests that took too long.
@Repository
class SlowRequests {

    private final JdbcClient jdbc;

    SlowRequests(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @ApplicationModuleListener
    void on(SlowRequest fact) {
        jdbc.sql(
                        """
                        insert into insight.slow_request (id, at, method, route, status, millis)
                        values (:id, :at, :method, :route, :status, :millis)
                        on conflict (id) do nothing
                        """)
                .param("id", fact.id())
                .param("at", fact.at().atOffset(ZoneOffset.UTC))
                .param("method", fact.method())
                .param("route", fact.route())
                .param("status", fact.status())
                .param("millis", fact.millis())
                .update();
    }
}
