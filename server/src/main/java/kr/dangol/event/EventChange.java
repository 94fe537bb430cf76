package kr.dangol.event;

import java.time.LocalDate;
import kr.dangol.shared.Won;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.annotation.JsonDeserialize;

/// What an owner changes about an event's plan; null leaves a part as it is.
public record EventChange(
        @Nullable String title,
        @Nullable String prize,
        @Nullable String participation,
        @Nullable Winners winners,
        @Nullable Won cost,
        @Nullable CostItems costItems,
        @Nullable LocalDate startDate,
        @Nullable LocalDate endDate) {

    static EventChange ofDates(LocalDate start, LocalDate end) {
        return new EventChange(null, null, null, null, null, null, start, end);
    }

    /// How many win; null when everyone who takes part does. On the wire a number or null.
    @JsonDeserialize(using = WinnersDeserializer.class)
    public record Winners(@Nullable Integer count) {

        public boolean isPossible() {
            return count == null || (count >= 1 && count <= 1_000_000);
        }
    }
}
