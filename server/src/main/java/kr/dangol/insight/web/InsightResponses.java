package kr.dangol.insight.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.swagger.v3.oas.annotations.media.Schema;
import java.math.BigDecimal;
import java.math.MathContext;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalDouble;
import kr.dangol.insight.measures.Bill;
import kr.dangol.insight.measures.Dimension;
import kr.dangol.insight.measures.Measure;
import kr.dangol.insight.measures.Overview.Part;
import kr.dangol.insight.measures.Overview.Reading;
import kr.dangol.insight.measures.Slice;
import kr.dangol.insight.sums.Span;
import org.jspecify.annotations.Nullable;

/// What operators read, on the wire. A value that nothing speaks for is null, never 0.
final class InsightResponses {

    private InsightResponses() {}

    /// Every measure over some days.
    @JsonInclude(JsonInclude.Include.ALWAYS)
    record OverviewResponse(
            LocalDate from,
            LocalDate to,
            Slice slice,
            List<LocalDate> days,
            List<MeasureResponse> measures) {

        static OverviewResponse of(Span span, Slice slice, List<Reading> readings) {
            return new OverviewResponse(
                    span.from(),
                    span.last(),
                    slice,
                    span.days(),
                    readings.stream().map(MeasureResponse::of).toList());
        }
    }

    /// One measure: its value, the one of as many days before, and those of each day.
    @Schema(name = "Measure")
    @JsonInclude(JsonInclude.Include.ALWAYS)
    record MeasureResponse(
            @Schema(example = "choiceRate") String key,
            @Schema(
                            allowableValues = {
                                "use",
                                "speed",
                                "reliability",
                                "quality",
                                "accuracy",
                                "cost"
                            })
                    String group,
            @Schema(allowableValues = {"count", "seconds", "share", "krw"}) String unit,
            @Nullable Double value,
            @Nullable Double before,
            @Schema(description = "How many the value rests on") long samples,
            @Nullable MeasureTarget target,
            @Nullable @Schema(description = "Null without a target or a value") Boolean met,
            List<@Nullable Double> days) {

        static MeasureResponse of(Reading reading) {
            var measure = reading.measure();
            var target = measure.target();
            return new MeasureResponse(
                    measure.key(),
                    lower(measure.group()),
                    lower(measure.unit()),
                    number(reading.value()),
                    number(reading.before()),
                    reading.samples(),
                    target == null ? null : MeasureTarget.of(target),
                    isMet(reading),
                    reading.days().stream()
                            .<@Nullable Double>map(InsightResponses::number)
                            .toList());
        }
    }

    /// A bound, and on which side of it a value should be.
    record MeasureTarget(
            double bound, @Schema(allowableValues = {"atMost", "atLeast"}) String side) {

        static MeasureTarget of(Measure.Target target) {
            return new MeasureTarget(target.bound(), target.isUpper() ? "atMost" : "atLeast");
        }
    }

    /// Every measure of one industry, region, engine or prompt version.
    @JsonInclude(JsonInclude.Include.ALWAYS)
    record PartResponse(String key, List<PartMeasure> measures) {

        static PartResponse of(Part part) {
            return new PartResponse(
                    part.key(), part.readings().stream().map(PartMeasure::of).toList());
        }
    }

    @JsonInclude(JsonInclude.Include.ALWAYS)
    record PartMeasure(String key, @Nullable Double value, long samples, @Nullable Boolean met) {

        static PartMeasure of(Reading reading) {
            return new PartMeasure(
                    reading.measure().key(),
                    number(reading.value()),
                    reading.samples(),
                    isMet(reading));
        }
    }

    /// Predicted against actual, the worst first.
    @JsonInclude(JsonInclude.Include.ALWAYS)
    record AccuracyTable(
            String by, LocalDate from, LocalDate to, AccuracyLine total, List<AccuracyLine> items) {

        static AccuracyTable of(Dimension by, Span span, List<Part> parts, List<Reading> total) {
            return new AccuracyTable(
                    by.key(),
                    span.from(),
                    span.last(),
                    AccuracyLine.of("*", total),
                    parts.stream()
                            .map(part -> AccuracyLine.of(part.key(), part.readings()))
                            .filter(item -> item.outcomes() > 0)
                            .sorted(
                                    Comparator.comparing(
                                            AccuracyLine::roiErrorMedian,
                                            Comparator.nullsLast(Comparator.reverseOrder())))
                            .toList());
        }
    }

    /// Shares are of 1; errors are relative to the actual ROI.
    @JsonInclude(JsonInclude.Include.ALWAYS)
    record AccuracyLine(
            String key,
            long outcomes,
            @Nullable Double roiErrorMedian,
            @Nullable Double roiClose,
            @Nullable Double roiWithin,
            @Nullable Double participantsWithin,
            @Schema(description = "Outcomes with an ROI of 0, which have no relative error")
                    long zeroRoi,
            @Nullable Boolean met) {

        static AccuracyLine of(String key, List<Reading> readings) {
            var median = reading(readings, Measure.ROI_ERROR_MEDIAN);
            return new AccuracyLine(
                    key,
                    reading(readings, Measure.OUTCOMES).samples(),
                    number(median.value()),
                    number(reading(readings, Measure.ROI_CLOSE).value()),
                    number(reading(readings, Measure.ROI_WITHIN).value()),
                    number(reading(readings, Measure.PARTICIPANTS_WITHIN).value()),
                    (long) reading(readings, Measure.ZERO_ROI).value().orElse(0),
                    isMet(median));
        }
    }

    private static Reading reading(List<Reading> readings, Measure measure) {
        return readings.stream()
                .filter(each -> each.measure() == measure)
                .findFirst()
                .orElseThrow();
    }

    /// How often which place was chosen, which field edited, which reason given.
    record FeedbackResponse(
            Map<String, Long> chosen, Map<String, Long> edited, Map<String, Long> regenerated) {}

    /// The running month in won.
    @JsonInclude(JsonInclude.Include.ALWAYS)
    record BillResponse(
            @Schema(example = "2026-11") String month,
            long today,
            @Schema(description = "Outside calls of this month so far") long spent,
            @Schema(description = "Outside calls of the whole month, as they will probably be")
                    long expected,
            long fixed,
            List<Bill.FixedCost> fixedCosts,
            @Schema(description = "Outside calls and fixed costs of the whole month") long total,
            @Nullable Long budget,
            long savedByCache,
            @Nullable @Schema(description = "Outside calls of this month for each recommendation")
                    Double perRecommendation,
            List<Long> days) {

        static BillResponse of(Bill.Month month) {
            return new BillResponse(
                    month.month().toString(),
                    month.today(),
                    month.spent(),
                    month.expected(),
                    month.fixed(),
                    month.fixedCosts(),
                    month.total(),
                    month.budget(),
                    month.savedByCache(),
                    month.recommendations() == 0
                            ? null
                            : (double) month.spent() / month.recommendations(),
                    month.days());
        }
    }

    /// Four digits, which is more than any of these values is worth.
    static @Nullable Double number(OptionalDouble value) {
        return value.isEmpty() ? null : rounded(value.getAsDouble()).doubleValue();
    }

    static String text(OptionalDouble value) {
        return value.isEmpty() ? "" : rounded(value.getAsDouble()).toPlainString();
    }

    private static BigDecimal rounded(double value) {
        var exact = BigDecimal.valueOf(value).stripTrailingZeros();
        // Counts and won stay whole.
        return exact.scale() <= 0 ? exact : exact.round(new MathContext(4));
    }

    private static @Nullable Boolean isMet(Reading reading) {
        var target = reading.measure().target();
        return target == null || reading.value().isEmpty()
                ? null
                : target.isMetBy(reading.value().getAsDouble());
    }

    private static String lower(Enum<?> word) {
        return word.name().toLowerCase(Locale.ROOT);
    }
}
