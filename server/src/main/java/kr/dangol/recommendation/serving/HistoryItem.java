package kr.dangol.recommendation.serving;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// One earlier answer in the list, on the wire.
@JsonInclude(JsonInclude.Include.ALWAYS)
public record HistoryItem(
        UUID id,
        OffsetDateTime createdAt,
        String eventPurpose,
        @Nullable UUID storeId,
        @Nullable String storeName,
        LocalDate startDate,
        List<String> titles,
        @Nullable String chosenOption,
        @Nullable UUID eventId) {

    public HistoryItem {
        titles = List.copyOf(titles);
    }

    static HistoryItem of(History.Line line, ZoneId zone) {
        return new HistoryItem(
                line.id(),
                line.createdAt().atZone(zone).toOffsetDateTime(),
                line.purpose(),
                line.storeId(),
                line.storeName(),
                line.startDate(),
                line.titles(),
                line.chosenOption(),
                line.eventId());
    }
}
