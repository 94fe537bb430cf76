package kr.dangol.forecast.web;

import io.swagger.v3.oas.annotations.media.Schema;
import kr.dangol.forecast.Estimate;
import kr.dangol.forecast.Forecast;
import kr.dangol.forecast.Prospects;
import kr.dangol.forecast.web.PlanReader.Plan;

/// A forecast on the wire, with what it means for the owner's purse.
record ForecastResponse(
        Estimate participants,
        Estimate roi,
        int cases,
        int realCases,
        String basis,
        String modelVersion,
        long profit,
        @Schema(allowableValues = {"low", "medium", "high"}) String lossRisk,
        int breakEvenParticipants) {

    static ForecastResponse of(Plan plan, Forecast forecast) {
        var prospects = Prospects.of(forecast, plan.traits().cost(), plan.marginPercent());
        return new ForecastResponse(
                forecast.participants(),
                forecast.roi(),
                forecast.cases(),
                forecast.realCases(),
                forecast.basis(),
                forecast.modelVersion(),
                prospects.profit().amount(),
                prospects.lossRisk().key(),
                prospects.breakEvenParticipants());
    }
}
