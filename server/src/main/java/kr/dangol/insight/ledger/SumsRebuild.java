package kr.dangol.insight.ledger;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import kr.dangol.insight.sums.AnswerSum;
import kr.dangol.insight.sums.Cube;
import kr.dangol.insight.sums.OutcomeSum;
import kr.dangol.insight.sums.Tally;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/// Counts everything again from the rows, day by day and then the months, should sums ever be
/// doubted, or rows be brought in by hand. Goes on while facts come in: a fact that a day's count
/// did not see yet waits, and is added to it.
@Component
public class SumsRebuild {

    private static final Logger log = LoggerFactory.getLogger(SumsRebuild.class);

    private static final int ROWS_AT_ONCE = 5_000;

    private final JdbcClient jdbc;
    private final Cube<AnswerSum> answers;
    private final Cube<OutcomeSum> outcomes;
    private final TransactionTemplate transaction;

    SumsRebuild(
            JdbcClient jdbc,
            Cube<AnswerSum> answers,
            Cube<OutcomeSum> outcomes,
            TransactionTemplate transaction) {
        this.jdbc = jdbc;
        this.answers = answers;
        this.outcomes = outcomes;
        this.transaction = transaction;
    }

    /// How many days were counted again.
    public int run() {
        var days =
                jdbc.sql(
                                """
                                select day from insight.answer where day is not null
                                union select day from insight.answer_day
                                union select day from insight.outcome
                                union select day from insight.outcome_day
                                union select day from insight.answer_month
                                union select day from insight.outcome_month
                                order by day
                                """)
                        .query((row, _) -> row.getObject("day", LocalDate.class))
                        .list();
        for (var day : days) {
            transaction.executeWithoutResult(_ -> answers.replace(day, answersOf(day)));
            transaction.executeWithoutResult(_ -> outcomes.replace(day, outcomesOf(day)));
        }
        days.stream()
                .map(YearMonth::from)
                .distinct()
                .forEach(month -> {
                    transaction.executeWithoutResult(_ -> answers.recount(month));
                    transaction.executeWithoutResult(_ -> outcomes.recount(month));
                });
        log.info("sums rebuilt days={}", days.size());
        return days.size();
    }

    private Map<List<String>, Tally<AnswerSum>> answersOf(LocalDate day) {
        answers.lock();
        var cells = new HashMap<List<String>, Tally<AnswerSum>>();
        jdbc.sql("select * from insight.answer where day = :day and known")
                .param("day", day)
                .withFetchSize(ROWS_AT_ONCE)
                .query(row -> {
                    var answer = AnswerLedger.row(row, 0);
                    var shown = Objects.requireNonNull(answer.shown());
                    cells.computeIfAbsent(shown.cell(), _ -> new Tally<>(AnswerSum.class))
                            .add(answer.tally(shown));
                });
        return cells;
    }

    private Map<List<String>, Tally<OutcomeSum>> outcomesOf(LocalDate day) {
        outcomes.lock();
        var cells = new HashMap<List<String>, Tally<OutcomeSum>>();
        jdbc.sql("select * from insight.outcome where day = :day")
                .param("day", day)
                .withFetchSize(ROWS_AT_ONCE)
                .query(row -> {
                    var outcome = OutcomeLedger.row(row, 0);
                    cells.computeIfAbsent(outcome.cell(), _ -> new Tally<>(OutcomeSum.class))
                            .add(outcome.tally());
                });
        return cells;
    }
}
