package kr.dangol.insight.ledger;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import kr.dangol.insight.sums.CallSum;
import kr.dangol.insight.sums.Cube;
import kr.dangol.insight.sums.Tally;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// Keeps every call of an outside service once, and the sums in step.
@Repository
class CallLedger {

    private final JdbcClient jdbc;
    private final Cube<CallSum> cube;

    CallLedger(JdbcClient jdbc, Cube<CallSum> cube) {
        this.jdbc = jdbc;
        this.cube = cube;
    }

    /// One call of an outside service.
    record Call(
            UUID id,
            LocalDate day,
            String service,
            String task,
            String model,
            String ending,
            boolean succeeded,
            long millis,
            Price price) {}

    /// Tokens and money of a call.
    record Price(
            long inputTokens,
            long cacheWriteTokens,
            long cacheReadTokens,
            long outputTokens,
            long microUsd,
            long costKrw) {}

    /// Within the caller's transaction.
    void take(Call call) {
        var isNew =
                jdbc.sql(
                                        """
                                        insert into insight.call (id, day, service, task, model,
                                            ending, millis)
                                        values (:id, :day, :service, :task, :model, :ending,
                                            :millis)
                                        on conflict (id) do nothing
                                        """)
                                .param("id", call.id())
                                .param("day", call.day())
                                .param("service", call.service())
                                .param("task", call.task())
                                .param("model", call.model())
                                .param("ending", call.ending())
                                .param("millis", call.millis())
                                .update()
                        == 1;
        if (isNew) {
            cube.add(call.day(), List.of(call.service(), call.task(), call.model()), tally(call));
        }
    }

    private static Tally<CallSum> tally(Call call) {
        var price = call.price();
        return new Tally<>(CallSum.class)
                .add(CallSum.CALLS, 1)
                .addIf(call.succeeded(), CallSum.SUCCEEDED)
                .add(CallSum.INPUT_TOKENS, price.inputTokens())
                .add(CallSum.CACHE_WRITE_TOKENS, price.cacheWriteTokens())
                .add(CallSum.CACHE_READ_TOKENS, price.cacheReadTokens())
                .add(CallSum.OUTPUT_TOKENS, price.outputTokens())
                .add(CallSum.MICRO_USD, price.microUsd())
                .add(CallSum.COST_KRW, price.costKrw())
                .add(CallSum.MILLIS_SUM, call.millis())
                .observe(call.millis());
    }
}
