package kr.dangol.languagemodel;

/// Usage of one model for one task within one day (`2026-11-22`) or month (`2026-11`).
record UsageRow(
        String period,
        String model,
        String task,
        long calls,
        long completed,
        long inputTokens,
        long cacheWriteTokens,
        long cacheReadTokens,
        long outputTokens,
        long microUsd,
        long costKrw) {}
