package kr.dangol.casebook;

import java.time.Duration;
import java.time.Instant;
import java.util.UUID;

/// Fact: an embedding service outside was called. `task` is `index` or `question`; `microUsd` are
/// millionths of a US dollar by the price of that day; `outcome` is `complete`, `refused` when the
/// service did not accept the texts, or `failed` when it did not answer.
public record EmbeddingsBilled(
        UUID callId,
        Instant startedAt,
        String model,
        String task,
        int texts,
        long tokens,
        long microUsd,
        long costKrw,
        Duration duration,
        String outcome) {}
