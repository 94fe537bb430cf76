package kr.dangol.languagemodel;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import kr.dangol.languagemodel.LanguageModelProperties.Price;
import kr.dangol.languagemodel.ModelAnswer.TokenUsage;
import org.jspecify.annotations.Nullable;

/// What a call costs, by the price that was in force on its day. Amounts are millionths of a US
/// dollar, because one call costs a fraction of a cent.
final class PriceTable {

    private static final BigDecimal CACHE_WRITE_FACTOR = new BigDecimal("1.25");

    private final List<Price> prices;
    private final double krwPerUsd;

    PriceTable(List<Price> prices, double krwPerUsd) {
        this.prices = List.copyOf(prices);
        this.krwPerUsd = krwPerUsd;
    }

    /// Fails when the model has no price: a call whose cost is unknown must not be made.
    long microUsd(String model, LocalDate day, TokenUsage usage) {
        var price = priceOf(model, day);
        var isLong = price.longFrom() != null && usage.totalInputTokens() > price.longFrom();
        var input = isLong ? orElse(price.longInput(), price.input()) : price.input();
        var output = isLong ? orElse(price.longOutput(), price.output()) : price.output();
        var cacheRead =
                isLong ? orElse(price.longCacheRead(), price.cacheRead()) : price.cacheRead();
        // Dollars per million tokens are millionths of a dollar per token.
        return input.multiply(BigDecimal.valueOf(usage.inputTokens()))
                .add(
                        input.multiply(CACHE_WRITE_FACTOR)
                                .multiply(BigDecimal.valueOf(usage.cacheWriteTokens())))
                .add(cacheRead.multiply(BigDecimal.valueOf(usage.cacheReadTokens())))
                .add(output.multiply(BigDecimal.valueOf(usage.outputTokens())))
                .setScale(0, RoundingMode.HALF_UP)
                .longValueExact();
    }

    /// Whole won, rounded up: a call is never shown as free.
    long krw(long microUsd) {
        return (long) Math.ceil(microUsd * krwPerUsd / 1_000_000);
    }

    private Price priceOf(String model, LocalDate day) {
        return prices.stream()
                .filter(each -> each.model().equals(model) && !each.effective().isAfter(day))
                .max(Comparator.comparing(Price::effective))
                .orElseThrow(
                        () -> new IllegalStateException("no price for " + model + " on " + day));
    }

    private static BigDecimal orElse(@Nullable BigDecimal value, BigDecimal other) {
        return value == null ? other : value;
    }
}
