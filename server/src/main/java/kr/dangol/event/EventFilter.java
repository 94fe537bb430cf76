package kr.dangol.event;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Which of an owner's events to list, newest first: those of a status, those whose last day was
/// before a day although they are open, those after a place in the list.
public record EventFilter(
        @Nullable EventStatus status,
        @Nullable LocalDate overdueOn,
        @Nullable Place after,
        int limit) {

    /// Where a page ended.
    public record Place(Instant createdAt, UUID id) {}
}
