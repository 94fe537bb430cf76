package kr.dangol.languagemodel;

import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.Positive;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/// Settings of the language model.
///
/// @param apiKey the vendor's key; without one the built-in planner serves
/// @param model which of `models` to use
/// @param baseUrl all that stands before `/v1`; null for the vendor's own address
/// @param requestsPerMinute calls a minute over all instances
/// @param dailyBudgetKrw won a day (Asia/Seoul) beyond which no call is made; null for no limit
/// @param krwPerUsd exchange rate for prices, as of `krwPerUsdAsOf`
/// @param maxDuration a call is cut this long after it started
/// @param stallAfter a stream that is silent for so long is cut
/// @param expectedAnswerTime a retry must leave at least this much before the deadline
/// @param models the configured tuples of model, thinking and effort
/// @param prices the vendor's price list
@Validated
@ConfigurationProperties("dangol.languagemodel")
public record LanguageModelProperties(
        @Nullable String apiKey,
        String model,
        @Nullable String baseUrl,
        @DefaultValue("50") @Positive int requestsPerMinute,
        @Nullable @Positive Long dailyBudgetKrw,
        @Positive double krwPerUsd,
        LocalDate krwPerUsdAsOf,
        @DefaultValue("8s") Duration maxDuration,
        @DefaultValue("3s") Duration stallAfter,
        @DefaultValue("5800ms") Duration expectedAnswerTime,
        @NotEmpty List<ModelTuple> models,
        @NotEmpty List<Price> prices) {

    /// A model with the thinking mode and effort it is known to work with; other combinations are
    /// refused by the vendor.
    public record ModelTuple(String id, Thinking thinking, String effort) {}

    public enum Thinking {
        DISABLED,
        ADAPTIVE,
        BETWEEN_TOOLS
    }

    /// US dollars for a million tokens from `effective` on. A prompt of more than `longFrom` tokens
    /// is charged `longInput` and `longOutput` as a whole. Cache writes cost 1.25 times the input.
    public record Price(
            String model,
            LocalDate effective,
            BigDecimal input,
            BigDecimal output,
            BigDecimal cacheRead,
            @Nullable Long longFrom,
            @Nullable BigDecimal longInput,
            @Nullable BigDecimal longOutput,
            @Nullable BigDecimal longCacheRead) {}

    public boolean isConfigured() {
        return apiKey != null && !apiKey.isBlank();
    }

    /// The tuple in use; fails for a model that has none, so that a misspelt name is seen at start.
    public ModelTuple tuple() {
        return tuple(model);
    }

    /// The tuple of a model.
    public ModelTuple tuple(String wanted) {
        return models.stream()
                .filter(each -> each.id().equals(wanted))
                .findFirst()
                .orElseThrow(() ->
                        new IllegalStateException(
                                "CLAUDE_MODEL "
                                        + wanted
                                        + " has no entry under dangol.languagemodel.models"));
    }
}
