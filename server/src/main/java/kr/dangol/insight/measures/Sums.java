package kr.dangol.insight.measures;

import java.util.List;
import kr.dangol.insight.sums.AnswerSum;
import kr.dangol.insight.sums.CallSum;
import kr.dangol.insight.sums.OutcomeSum;
import kr.dangol.insight.sums.Tally;

/// All that a measure may be told from.
record Sums(Tally<AnswerSum> answers, Tally<OutcomeSum> outcomes, Tally<CallSum> calls) {

    static final Tally<AnswerSum> NO_ANSWERS = new Tally<>(AnswerSum.class);
    static final Tally<OutcomeSum> NO_OUTCOMES = new Tally<>(OutcomeSum.class);
    static final Tally<CallSum> NO_CALLS = new Tally<>(CallSum.class);

    static Sums total(List<Sums> all) {
        var total =
                new Sums(
                        new Tally<>(AnswerSum.class),
                        new Tally<>(OutcomeSum.class),
                        new Tally<>(CallSum.class));
        for (var each : all) {
            total.answers.add(each.answers);
            total.outcomes.add(each.outcomes);
            total.calls.add(each.calls);
        }
        return total;
    }
}
