package kr.dangol.insight.measures;

import java.time.YearMonth;
import java.util.Arrays;
import java.util.List;
import kr.dangol.insight.measures.Bill.FixedCost;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;

/// What the bill needs to know beside what was called.
///
/// @param fixedCostsKrw won a month by name, e.g. `Pinecone=98000, Redis=17136`
/// @param dailyBudgetKrw what the language model may cost on a day
@ConfigurationProperties("dangol.insight")
record InsightProperties(@Nullable String fixedCostsKrw, @Nullable Long dailyBudgetKrw) {

    /// Fails on what cannot be read, so that a bill never lacks a part in silence.
    InsightProperties {
        parse(fixedCostsKrw);
    }

    List<FixedCost> fixedCosts() {
        return parse(fixedCostsKrw);
    }

    @Nullable Long monthlyBudget(YearMonth month) {
        return dailyBudgetKrw == null ? null : dailyBudgetKrw * month.lengthOfMonth();
    }

    private static List<FixedCost> parse(@Nullable String costs) {
        if (costs == null || costs.isBlank()) {
            return List.of();
        }
        return Arrays.stream(costs.split(",")).map(InsightProperties::parseOne).toList();
    }

    private static FixedCost parseOne(String cost) {
        var parts = cost.split("=", 2);
        if (parts.length < 2 || parts[0].isBlank() || !parts[1].strip().matches("\\d{1,12}")) {
            throw new IllegalArgumentException(
                    "'%s' is not NAME=WON, as in Pinecone=98000".formatted(cost.strip()));
        }
        return new FixedCost(parts[0].strip(), Long.parseLong(parts[1].strip()));
    }
}
