package kr.dangol.market;

import java.time.Instant;
import java.time.LocalDate;

/// A series for one period, such as `202606`, as its source gave it.
///
/// @param asOf the day the figures stand for
/// @param confirmedAt when the source was last seen to say the same
public record Edition(
        Series series,
        String period,
        LocalDate asOf,
        Instant retrievedAt,
        Instant confirmedAt,
        long facts) {}
