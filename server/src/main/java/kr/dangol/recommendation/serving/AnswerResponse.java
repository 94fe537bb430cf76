package kr.dangol.recommendation.serving;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import kr.dangol.market.Statement;
import kr.dangol.market.Trends;
import kr.dangol.shared.Region;
import org.jspecify.annotations.Nullable;

/// A recommendation on the wire, and whole in the history.
@JsonInclude(JsonInclude.Include.ALWAYS)
public record AnswerResponse(boolean success, Data data, Metadata metadata) {

    /// The six plans and all that belongs to them.
    @Schema(name = "RecommendationData")
    public record Data(
            UUID id,
            TrendTexts trends,
            TrendSources trendSources,
            @Schema(description = "How many precedents like this were found") int similarCases,
            List<PlanResponse> recommendations,
            AnsweredRequest request,
            @Nullable @Schema(description = "One honest sentence when all six would probably lose")
                    String note,
            OffsetDateTime createdAt,
            @Nullable @Schema(example = "low-online") String chosenOption,
            @Nullable UUID eventId) {

        public Data {
            recommendations = List.copyOf(recommendations);
        }
    }

    /// What is in trend, about 100 characters each.
    public record TrendTexts(String industry, String location, String season) {

        static TrendTexts of(Trends trends) {
            return new TrendTexts(
                    trends.industry().text(), trends.location().text(), trends.season().text());
        }
    }

    /// What the trends rest on.
    public record TrendSources(TrendSource industry, TrendSource location, TrendSource season) {

        static TrendSources of(Trends trends) {
            return new TrendSources(
                    TrendSource.of(trends.industry()),
                    TrendSource.of(trends.location()),
                    TrendSource.of(trends.season()));
        }
    }

    /// A source and the day its data are of.
    public record TrendSource(String source, LocalDate asOf) {

        static TrendSource of(Statement statement) {
            return new TrendSource(statement.source(), statement.asOf());
        }
    }

    /// What was asked for, as we understood it.
    public record AnsweredRequest(
            String eventPurpose,
            @Nullable UUID storeId,
            @Nullable String storeName,
            String industry,
            String businessType,
            @Nullable Region location,
            LocalDate startDate,
            @Nullable Long maxBudget,
            @Nullable String wish) {}

    /// How the answer came about.
    @Schema(name = "RecommendationMetadata")
    public record Metadata(
            boolean cacheHit,
            @Schema(description = "Seconds", example = "0.041") double processingTime,
            @Schema(allowableValues = {"claude", "planner", "mixed"}) String engine,
            @Nullable String model,
            String promptVersion,
            ModelUsage modelUsage,
            long costKrw,
            boolean degraded,
            boolean rateLimited,
            @Nullable String message) {}

    /// Tokens that this answer took.
    public record ModelUsage(long inputTokens, long outputTokens, long cachedInputTokens) {}

    AnswerResponse withChoice(@Nullable String option, @Nullable UUID eventId) {
        return new AnswerResponse(
                success,
                new Data(
                        data.id,
                        data.trends,
                        data.trendSources,
                        data.similarCases,
                        data.recommendations,
                        data.request,
                        data.note,
                        data.createdAt,
                        option,
                        eventId),
                metadata);
    }
}
