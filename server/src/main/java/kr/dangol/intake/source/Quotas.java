package kr.dangol.intake.source;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// The ledger of calls. Every attempt is written down before it is made, so that a kill can only
/// make us believe that we called more than we did.
@Repository
public class Quotas {

    private final JdbcClient jdbc;
    private final Clock clock;

    Quotas(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /// A day or a month of Asia/Seoul and the calls allowed in it.
    public record Window(String name, long limit) {

        public static Window day(long limit) {
            return new Window("day", limit);
        }

        public static Window month(long limit) {
            return new Window("month", limit);
        }

        LocalDate start(LocalDate today) {
            return name.equals("month") ? today.withDayOfMonth(1) : today;
        }
    }

    public record Spent(
            String source, String window, LocalDate since, long used, boolean exhausted) {}

    /// Takes one call from every window, or fails without taking more.
    void spend(String source, List<Window> windows) {
        for (var window : windows) {
            var taken =
                    jdbc.sql(
                                    """
                                    insert into intake.quota as q (source, window_name, window_start, used)
                                    values (:source, :name, :start, 1)
                                    on conflict (source, window_name, window_start)
                                    do update set used = q.used + 1
                                    where q.used < :limit and not q.exhausted
                                    """)
                            .param("source", source)
                            .param("name", window.name())
                            .param("start", window.start(LocalDate.now(clock)))
                            .param("limit", window.limit())
                            .update();
            if (taken == 0) {
                throw new SourceFault(
                        Fault.QUOTA_REACHED, window.name() + " limit of " + window.limit());
            }
        }
    }

    /// The provider says that today's calls are used up, whatever our ledger says.
    void exhausted(String source, Window window) {
        jdbc.sql(
                        """
                        update intake.quota set exhausted = true
                        where source = :source and window_name = :name and window_start = :start
                        """)
                .param("source", source)
                .param("name", window.name())
                .param("start", window.start(LocalDate.now(clock)))
                .update();
    }

    /// What was spent in the windows that are open now.
    public List<Spent> open() {
        var today = LocalDate.now(clock);
        return jdbc.sql(
                        """
                        select source, window_name, window_start, used, exhausted from intake.quota
                        where (window_name = 'day' and window_start = :day)
                           or (window_name = 'month' and window_start = :month)
                        """)
                .param("day", today)
                .param("month", today.withDayOfMonth(1))
                .query((row, number) ->
                        new Spent(
                                row.getString(1),
                                row.getString(2),
                                row.getObject(3, LocalDate.class),
                                row.getLong(4),
                                row.getBoolean(5)))
                .list();
    }
}
