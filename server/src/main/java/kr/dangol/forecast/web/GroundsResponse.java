package kr.dangol.forecast.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import kr.dangol.casebook.PrecedentId;
import kr.dangol.forecast.Forecast;
import kr.dangol.forecast.Ground;
import kr.dangol.forecast.Likeness;
import kr.dangol.shared.Grade;
import org.jspecify.annotations.Nullable;

/// What a forecast leans on, on the wire.
record GroundsResponse(int cases, int realCases, String basis, List<GroundResponse> precedents) {

    static GroundsResponse of(Forecast forecast, List<Ground> grounds) {
        return new GroundsResponse(
                forecast.cases(),
                forecast.realCases(),
                forecast.basis(),
                grounds.stream().map(GroundResponse::of).toList());
    }

    /// `share` is the precedent's part in what all that were considered weigh, between 0 and 1.
    @JsonInclude(JsonInclude.Include.ALWAYS)
    record GroundResponse(
            @Schema(description = "null for a group") @Nullable PrecedentId caseId,
            String title,
            @Schema(
                            description =
                                    "more than one for a group of other owners' shops, then with medians")
                    int stores,
            @Nullable Integer participants,
            @Nullable Long cost,
            @Nullable Integer roi,
            Grade grade,
            boolean sample,
            boolean own,
            double share,
            @Schema(
                            description =
                                    "What it has in common with the plan; first what moves results the most")
                    List<String> why) {

        static GroundResponse of(Ground ground) {
            return new GroundResponse(
                    ground.id(),
                    ground.title(),
                    ground.stores(),
                    ground.participants(),
                    ground.cost(),
                    ground.roi(),
                    ground.grade(),
                    ground.sample(),
                    ground.own(),
                    Math.round(ground.share() * 1_000) / 1_000.0,
                    ground.why().stream().map(Likeness::key).toList());
        }
    }
}
