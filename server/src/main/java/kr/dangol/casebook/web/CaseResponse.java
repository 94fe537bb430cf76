package kr.dangol.casebook.web;

import java.time.LocalDate;
import java.util.UUID;
import kr.dangol.casebook.Origin;
import kr.dangol.casebook.Precedent;
import kr.dangol.shared.Grade;
import kr.dangol.shared.Region;
import org.jspecify.annotations.Nullable;

/// A case as operators see it. `exclusion` says why it is in the book and not used; `score` how
/// near it is to the query, comparable only within one answer, and `likeness` why.
record CaseResponse(
        UUID id,
        Origin origin,
        boolean sample,
        String title,
        String prize,
        String participation,
        String industry,
        String businessType,
        @Nullable Region location,
        @Nullable LocalDate date,
        @Nullable String season,
        @Nullable String purpose,
        @Nullable String type,
        @Nullable Long cost,
        @Nullable Integer participants,
        @Nullable Integer roi,
        Grade grade,
        @Nullable String store,
        String source,
        @Nullable String exclusion,
        @Nullable Double score,
        @Nullable Likeness likeness) {

    static CaseResponse of(
            Precedent precedent,
            @Nullable String exclusion,
            @Nullable Double score,
            @Nullable Likeness likeness) {
        var season = precedent.season();
        var purpose = precedent.purpose();
        var channel = precedent.channel();
        var cost = precedent.cost();
        return new CaseResponse(
                precedent.id().value(),
                precedent.origin(),
                precedent.isSample(),
                precedent.title(),
                precedent.prize(),
                precedent.participation(),
                precedent.industry().label(),
                precedent.businessType().name(),
                precedent.region(),
                precedent.date(),
                season == null ? null : season.label(),
                purpose == null ? null : purpose.key(),
                channel == null ? null : channel.key(),
                cost == null ? null : cost.amount(),
                precedent.participants(),
                precedent.roi(),
                precedent.grade(),
                precedent.storeKey(),
                precedent.source(),
                exclusion,
                score,
                likeness);
    }
}
