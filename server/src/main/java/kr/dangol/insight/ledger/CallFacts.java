package kr.dangol.insight.ledger;

import java.time.Clock;
import java.time.LocalDate;
import kr.dangol.casebook.EmbeddingsBilled;
import kr.dangol.insight.ledger.CallLedger.Call;
import kr.dangol.insight.ledger.CallLedger.Price;
import kr.dangol.languagemodel.ModelCalled;
import org.springframework.modulith.events.ApplicationModuleListener;
import org.springframework.stereotype.Component;

/// Follows the calls of outside services.
@Component
class CallFacts {

    private final CallLedger calls;
    private final Clock clock;

    CallFacts(CallLedger calls, Clock clock) {
        this.calls = calls;
        this.clock = clock;
    }

    /// A call that we gave up because nobody waited any more says nothing against the service.
    @ApplicationModuleListener
    void on(ModelCalled fact) {
        var usage = fact.usage();
        calls.take(
                new Call(
                        fact.id(),
                        LocalDate.ofInstant(fact.startedAt(), clock.getZone()),
                        "claude",
                        fact.task(),
                        fact.model(),
                        fact.ending(),
                        fact.ending().equals("complete") || fact.ending().equals("abandoned"),
                        fact.millis(),
                        new Price(
                                usage.inputTokens(),
                                usage.cacheWriteTokens(),
                                usage.cacheReadTokens(),
                                usage.outputTokens(),
                                fact.microUsd(),
                                fact.costKrw())));
    }

    /// Paid calls for embeddings: all tokens go in, and none come out.
    @ApplicationModuleListener
    void on(EmbeddingsBilled fact) {
        calls.take(
                new Call(
                        fact.callId(),
                        LocalDate.ofInstant(fact.startedAt(), clock.getZone()),
                        "openai",
                        "embed-" + fact.task(),
                        fact.model(),
                        fact.outcome(),
                        fact.outcome().equals("complete"),
                        fact.duration().toMillis(),
                        new Price(fact.tokens(), 0, 0, 0, fact.microUsd(), fact.costKrw())));
    }
}
