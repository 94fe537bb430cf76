package kr.dangol.languagemodel;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import kr.dangol.languagemodel.ModelAnswer.Ending;
import kr.dangol.languagemodel.ModelAnswer.TokenUsage;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/// Every call of an outside model with its tokens, money and times, one row each.
final class UsageLedger {

    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;
    private final ApplicationEventPublisher facts;
    private final Clock clock;

    UsageLedger(
            JdbcClient jdbc,
            TransactionTemplate transaction,
            ApplicationEventPublisher facts,
            Clock clock) {
        this.jdbc = jdbc;
        this.transaction = transaction;
        this.facts = facts;
        this.clock = clock;
    }

    /// One finished call. `firstToken` is null when no text came.
    record Call(
            UUID id,
            Instant startedAt,
            String task,
            String model,
            Ending ending,
            @Nullable String stopReason,
            @Nullable String requestId,
            TokenUsage usage,
            long microUsd,
            long costKrw,
            @Nullable Duration firstToken,
            Duration total) {}

    /// Keeps all of them or none, and tells of each that is new.
    void record(List<Call> calls) {
        transaction.executeWithoutResult(_ ->
                calls.stream()
                        .filter(this::isNew)
                        .map(ModelCalled::of)
                        .forEach(facts::publishEvent));
    }

    private boolean isNew(Call call) {
        return jdbc.sql(
                                """
                                insert into languagemodel.model_call (id, started_at, task, model, ending,
                                    stop_reason, request_id, input_tokens, cache_write_tokens,
                                    cache_read_tokens, output_tokens, estimated, micro_usd, cost_krw,
                                    first_token_millis, total_millis)
                                values (:id, :startedAt, :task, :model, :ending, :stopReason, :requestId,
                                    :input, :cacheWrite, :cacheRead, :output, :estimated, :microUsd,
                                    :costKrw, :firstToken, :total)
                                on conflict (id) do nothing
                                """)
                        .param("id", call.id())
                        .param("startedAt", Timestamp.from(call.startedAt()))
                        .param("task", call.task())
                        .param("model", call.model())
                        .param("ending", call.ending().key())
                        .param("stopReason", call.stopReason())
                        .param("requestId", call.requestId())
                        .param("input", call.usage().inputTokens())
                        .param("cacheWrite", call.usage().cacheWriteTokens())
                        .param("cacheRead", call.usage().cacheReadTokens())
                        .param("output", call.usage().outputTokens())
                        .param("estimated", call.usage().estimated())
                        .param("microUsd", call.microUsd())
                        .param("costKrw", call.costKrw())
                        .param(
                                "firstToken",
                                call.firstToken() == null ? null : call.firstToken().toMillis())
                        .param("total", call.total().toMillis())
                        .update()
                == 1;
    }

    /// Millionths of a dollar spent on a business day.
    long microUsdOn(LocalDate day) {
        return jdbc.sql(
                        """
                        select coalesce(sum(micro_usd), 0) from languagemodel.model_call
                        where started_at >= :from and started_at < :to
                        """)
                .param("from", startOf(day))
                .param("to", startOf(day.plusDays(1)))
                .query(Long.class)
                .single();
    }

    private Timestamp startOf(LocalDate day) {
        return Timestamp.from(day.atStartOfDay(clock.getZone()).toInstant());
    }
}
