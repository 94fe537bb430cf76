package kr.dangol.languagemodel;

import java.time.Instant;
import java.util.UUID;
import kr.dangol.languagemodel.ModelAnswer.TokenUsage;
import org.jspecify.annotations.Nullable;

/// Fact: a call of the language model ended. `ending` is as in the ledger, `complete` when all was
/// well; `firstTokenMillis` is null when no text came.
public record ModelCalled(
        UUID id,
        Instant startedAt,
        String task,
        String model,
        String ending,
        TokenUsage usage,
        long microUsd,
        long costKrw,
        @Nullable Long firstTokenMillis,
        long millis) {

    static ModelCalled of(UsageLedger.Call call) {
        var firstToken = call.firstToken();
        return new ModelCalled(
                call.id(),
                call.startedAt(),
                call.task(),
                call.model(),
                call.ending().key(),
                call.usage(),
                call.microUsd(),
                call.costKrw(),
                firstToken == null ? null : firstToken.toMillis(),
                call.total().toMillis());
    }
}
