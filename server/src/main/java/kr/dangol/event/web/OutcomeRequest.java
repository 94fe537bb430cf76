package kr.dangol.event.web;

import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.PositiveOrZero;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.List;
import kr.dangol.event.Figures;
import kr.dangol.event.Figures.OutletResult;
import kr.dangol.event.MeasuredBy;
import kr.dangol.event.StoreEvent;
import kr.dangol.shared.KoreanText;
import kr.dangol.shared.Won;
import org.jspecify.annotations.Nullable;

/// What came of an event: either the ROI or the extra revenue, from which the ROI follows.
record OutcomeRequest(
        @Schema(example = "180") @NotNull @PositiveOrZero @Max(10_000_000) Integer participants,
        @Schema(example = "250000") @NotNull @Min(1) @Max(MOST_WON) Long cost,
        @Schema(description = "Integer percent; this or `revenue`", example = "420")
                @Min(-100)
                @Max(MOST_ROI)
                @Nullable Integer roi,
        @Schema(description = "Extra revenue in won; this or `roi`", example = "1300000")
                @PositiveOrZero
                @Max(100 * MOST_WON)
                @Nullable Long revenue,
        @Size(max = 20) @Nullable List<@NotNull @Valid ChannelRequest> channels,
        @Schema(description = "The last day; today, or the planned last day when that has passed")
                @Nullable LocalDate completedOn,
        @Schema(description = "How the figures are known; `count` where missing")
                @Nullable MeasuredBy measuredBy) {

    private static final long MOST_WON = 10_000_000_000L;
    private static final int MOST_ROI = 1_000_000;

    /// What one outlet (instagram, kakao, poster …) brought and cost.
    record ChannelRequest(
            @Schema(example = "instagram") @NotBlank @Size(max = 30) String channel,
            @NotNull @PositiveOrZero @Max(10_000_000) Integer participants,
            @NotNull @PositiveOrZero @Max(MOST_WON) Long cost) {

        OutletResult result() {
            return new OutletResult(KoreanText.clean(channel), participants, Won.of(cost));
        }
    }

    /// Refuses what cannot be; bean validation has looked at each field alone.
    Figures figures(StoreEvent event, LocalDate today) {
        var fields = new Fields();
        var spent = Won.of(cost);
        var outlets =
                channels == null
                        ? List.<OutletResult>of()
                        : channels.stream().map(ChannelRequest::result).toList();
        checkOutlets(outlets, fields);
        var day = completedOn == null ? lastDay(event, today) : completedOn;
        fields.refuseIf(day.isAfter(today), "completedOn", "field.event.in-future");
        fields.refuseIf(
                day.isBefore(event.plan().startDate().minusYears(1)),
                "completedOn",
                "field.event.long-before");
        var percent = percent(spent, fields);
        fields.throwIfWrong();
        return new Figures(
                participants,
                spent,
                percent,
                revenue == null ? null : Won.of(revenue),
                outlets,
                day,
                measuredBy == null ? MeasuredBy.COUNT : measuredBy);
    }

    private int percent(Won spent, Fields fields) {
        fields.refuseIf(roi == null && revenue == null, "revenue", "field.event.roi-or-revenue");
        fields.refuseIf(roi != null && revenue != null, "roi", "field.event.roi-and-revenue");
        if (roi != null) {
            return roi;
        }
        var percent = Figures.roiOf(Won.of(revenue == null ? 0 : revenue), spent);
        fields.refuseIf(percent > MOST_ROI, "revenue", "field.event.revenue");
        return (int) Math.min(percent, MOST_ROI);
    }

    private void checkOutlets(List<OutletResult> outlets, Fields fields) {
        var names = outlets.stream().map(OutletResult::outlet).toList();
        fields.refuseIf(names.stream().anyMatch(String::isEmpty), "channels", "field.required");
        fields.refuseIf(
                names.stream().distinct().count() < names.size(),
                "channels",
                "field.event.channel-twice");
        fields.refuseIf(
                outlets.stream().mapToLong(each -> each.cost().amount()).sum() > cost,
                "channels",
                "field.event.channels-cost");
        fields.refuseIf(
                outlets.stream().anyMatch(each -> each.participants() > participants),
                "channels",
                "field.event.channel-participants");
    }

    private static LocalDate lastDay(StoreEvent event, LocalDate today) {
        var planned = event.plan().endDate();
        return planned.isBefore(today) ? planned : today;
    }
}
