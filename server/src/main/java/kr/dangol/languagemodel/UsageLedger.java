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
import org.springframework.jdbc.core.DataClassRowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;

/// Every call of an outside model with its tokens, money and times, one row each.
final class UsageLedger {

    private final JdbcClient jdbc;
    private final Clock clock;

    UsageLedger(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
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

    void record(Call call) {
        jdbc.sql(
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
                .update();
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

    /// Calls, tokens and money from `from` to before `to`, by day or month, model, task and ending.
    List<UsageRow> usage(LocalDate from, LocalDate to, UsagePeriod by) {
        return jdbc.sql(
                        """
                        select to_char(started_at at time zone 'Asia/Seoul', :format) as period,
                            model, task, count(*) as calls,
                            count(*) filter (where ending = 'complete') as completed,
                            sum(input_tokens) as input_tokens,
                            sum(cache_write_tokens) as cache_write_tokens,
                            sum(cache_read_tokens) as cache_read_tokens,
                            sum(output_tokens) as output_tokens,
                            sum(micro_usd) as micro_usd, sum(cost_krw) as cost_krw
                        from languagemodel.model_call
                        where started_at >= :from and started_at < :to
                        group by 1, 2, 3 order by 1, 2, 3
                        """)
                .param("format", by.format())
                .param("from", startOf(from))
                .param("to", startOf(to))
                .query(new DataClassRowMapper<>(UsageRow.class))
                .list();
    }

    private Timestamp startOf(LocalDate day) {
        return Timestamp.from(day.atStartOfDay(clock.getZone()).toInstant());
    }
}
