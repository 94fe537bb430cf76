package kr.dangol.insight.ledger;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import java.util.function.ToIntFunction;
import kr.dangol.insight.sums.Span;
import kr.dangol.recommendation.PlansRecommended.ShownPlan;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// What owners did about recommendations, each time with what was shown where.
@Repository
public class FeedbackLedger {

    private final JdbcClient jdbc;
    private final Clock clock;

    FeedbackLedger(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /// What an owner may do.
    public enum Kind {
        CHOSEN("chosen"),
        EDITED("edited"),
        REGENERATED("regenerated"),
        ABANDONED("abandoned");

        private final String key;

        Kind(String key) {
            this.key = key;
        }

        public String key() {
            return key;
        }
    }

    /// One feedback. `details` are the place chosen, the fields edited, or the reason given.
    record Feedback(
            UUID recommendation,
            Kind kind,
            Instant at,
            List<String> details,
            List<ShownPlan> shown) {}

    /// Takes it in, within the caller's transaction and under its lock on the recommendation. A
    /// later choice takes the place of an earlier one; edits add up.
    void take(Feedback feedback) {
        var day = LocalDate.ofInstant(feedback.at(), clock.getZone());
        var earlier = find(feedback);
        var details = new TreeSet<>(feedback.details());
        if (feedback.kind() == Kind.EDITED) {
            earlier.ifPresent(row -> details.addAll(row.details()));
        }
        earlier.ifPresent(row -> count(row.day(), feedback.kind(), row.details(), -1));
        var countedOn = earlier.map(Row::day).orElse(day);
        put(feedback, countedOn, details);
        count(countedOn, feedback.kind(), details, 1);
    }

    /// How often what was done, by detail.
    public Map<String, Long> counts(Kind kind, Span span) {
        var counts = new TreeMap<String, Long>();
        jdbc.sql(
                        """
                        select detail, sum(feedbacks) as feedbacks from insight.feedback_day
                        where kind = :kind and day >= :from and day < :until
                        group by detail having sum(feedbacks) > 0
                        """)
                .param("kind", kind.key())
                .param("from", span.from())
                .param("until", span.until())
                .query(row -> {
                    counts.put(row.getString("detail"), row.getLong("feedbacks"));
                });
        return counts;
    }

    private record Row(LocalDate day, List<String> details) {}

    private Optional<Row> find(Feedback feedback) {
        return jdbc.sql(
                        """
                        select day, details from insight.feedback
                        where recommendation_id = :id and kind = :kind
                        """)
                .param("id", feedback.recommendation())
                .param("kind", feedback.kind().key())
                .query((row, _) ->
                        new Row(
                                row.getObject("day", LocalDate.class),
                                Arrays.asList((String[]) row.getArray("details").getArray())))
                .optional();
    }

    private void put(Feedback feedback, LocalDate day, TreeSet<String> details) {
        jdbc.sql(
                        """
                        insert into insight.feedback (recommendation_id, kind, at, day, details,
                            shown_costs, shown_rois, shown_participants)
                        values (:id, :kind, :at, :day, :details, :costs, :rois, :participants)
                        on conflict (recommendation_id, kind) do update
                            set at = excluded.at, details = excluded.details
                        """)
                .param("id", feedback.recommendation())
                .param("kind", feedback.kind().key())
                .param("at", feedback.at().atOffset(ZoneOffset.UTC))
                .param("day", day)
                .param("details", details.toArray(String[]::new))
                .param("costs", figures(feedback, plan -> (int) plan.cost().amount()))
                .param("rois", figures(feedback, plan -> plan.roi().expected()))
                .param("participants", figures(feedback, plan -> plan.participants().expected()))
                .update();
    }

    private void count(LocalDate day, Kind kind, Iterable<String> details, int sign) {
        for (var detail : details) {
            jdbc.sql(
                            """
                            insert into insight.feedback_day as t (day, kind, detail, feedbacks)
                            values (:day, :kind, :detail, :sign)
                            on conflict (day, kind, detail)
                                do update set feedbacks = t.feedbacks + excluded.feedbacks
                            """)
                    .param("day", day)
                    .param("kind", kind.key())
                    .param("detail", detail)
                    .param("sign", sign)
                    .update();
        }
    }

    private static int[] figures(Feedback feedback, ToIntFunction<ShownPlan> figure) {
        return feedback.shown().stream()
                .sorted(Comparator.comparing(ShownPlan::slot))
                .mapToInt(figure)
                .toArray();
    }
}
