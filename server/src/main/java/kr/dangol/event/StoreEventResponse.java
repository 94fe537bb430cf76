package kr.dangol.event;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import kr.dangol.event.CostItems.CostItem;
import kr.dangol.shared.Region;
import kr.dangol.store.StoreId;
import org.jspecify.annotations.Nullable;

/// An event on the wire.
@JsonInclude(JsonInclude.Include.ALWAYS)
public record StoreEventResponse(
        StoreEventId id,
        @Nullable StoreId storeId,
        UUID recommendationId,
        String option,
        String title,
        String prize,
        String participation,
        @Nullable Integer winners,
        long cost,
        List<CostItemResponse> costItems,
        LocalDate startDate,
        LocalDate endDate,
        String purpose,
        String type,
        String industry,
        String businessType,
        @Nullable Region location,
        String status,
        OffsetDateTime createdAt,
        PredictionResponse prediction,
        PredictionResponse originalPrediction,
        List<EditResponse> edits,
        @Nullable OutcomeResponse performance,
        @Nullable String nextStep,
        boolean overdue) {

    private static final ZoneId SEOUL = ZoneId.of("Asia/Seoul");

    /// As it looks on a day: what is next, and whether it is overdue, depends on it.
    public static StoreEventResponse of(StoreEvent event, LocalDate today) {
        var plan = event.plan();
        var traits = plan.traits();
        return new StoreEventResponse(
                event.id(),
                event.storeId(),
                event.recommendationId(),
                event.slot().key(),
                plan.title(),
                traits.prize(),
                traits.participation(),
                plan.winners(),
                traits.cost().amount(),
                plan.costItems().items().stream().map(CostItemResponse::of).toList(),
                plan.startDate(),
                plan.endDate(),
                traits.purpose().key(),
                traits.channel().key(),
                traits.industry().label(),
                traits.businessType().name(),
                traits.region(),
                lower(event.status()),
                seoul(event.createdAt()),
                PredictionResponse.of(event.prediction()),
                PredictionResponse.of(event.originalPrediction()),
                event.edits().stream().map(EditResponse::of).toList(),
                event.outcome()
                        .map(outcome -> OutcomeResponse.of(outcome, event.prediction()))
                        .orElse(null),
                event.nextStep(today).map(StoreEventResponse::lower).orElse(null),
                event.isOverdue(today));
    }

    /// One line of the budget, in won; all together they sum to the cost.
    public record CostItemResponse(String name, long amount) {

        static CostItemResponse of(CostItem item) {
            return new CostItemResponse(item.name(), item.amount().amount());
        }
    }

    /// One change by the owner; values as text.
    public record EditResponse(
            String field, @Nullable String from, @Nullable String to, OffsetDateTime at) {

        static EditResponse of(Edit edit) {
            return new EditResponse(edit.field(), edit.from(), edit.to(), seoul(edit.at()));
        }
    }

    static OffsetDateTime seoul(Instant instant) {
        return instant.atZone(SEOUL).toOffsetDateTime();
    }

    private static String lower(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT);
    }
}
