package kr.dangol.casebook.openai;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.UUID;
import java.util.function.Consumer;
import kr.dangol.casebook.EmbeddingsBilled;

/// Tells what each call of the service cost, by the price of its day.
final class Bill {

    private final OpenAiProperties properties;
    private final Consumer<EmbeddingsBilled> facts;
    private final Clock clock;

    Bill(OpenAiProperties properties, Consumer<EmbeddingsBilled> facts, Clock clock) {
        this.properties = properties;
        this.facts = facts;
        this.clock = clock;
    }

    Call begin(String model, String task, int texts) {
        return new Call(model, task, texts);
    }

    /// A call under way; ends exactly once.
    final class Call {

        private final Instant startedAt = clock.instant();
        private final long nanos = System.nanoTime();
        private final String model;
        private final String task;
        private final int texts;
        private boolean told;

        private Call(String model, String task, int texts) {
            this.model = model;
            this.task = task;
            this.texts = texts;
        }

        void complete(long tokens) {
            tell(tokens, "complete");
        }

        void refused() {
            tell(0, "refused");
        }

        void failed() {
            tell(0, "failed");
        }

        private void tell(long tokens, String outcome) {
            if (told) {
                return;
            }
            told = true;
            var microUsd = microUsd(tokens);
            facts.accept(
                    new EmbeddingsBilled(
                            UUID.randomUUID(),
                            startedAt,
                            model,
                            task,
                            texts,
                            tokens,
                            microUsd,
                            (long) Math.ceil(microUsd * properties.krwPerUsd() / 1_000_000),
                            Duration.ofNanos(System.nanoTime() - nanos),
                            outcome));
        }
    }

    /// Dollars for a million tokens are millionths of a dollar for one.
    private long microUsd(long tokens) {
        return price().multiply(BigDecimal.valueOf(tokens))
                .setScale(0, RoundingMode.UP)
                .longValueExact();
    }

    private BigDecimal price() {
        var today = LocalDate.now(clock);
        return properties.prices().stream()
                .filter(each -> each.model().equals(OpenAiEmbedder.MODEL))
                .filter(each -> !each.effective().isAfter(today))
                .max(Comparator.comparing(OpenAiProperties.Price::effective))
                .map(OpenAiProperties.Price::input)
                .orElseThrow(
                        () -> new IllegalStateException("no price for " + OpenAiEmbedder.MODEL));
    }
}
