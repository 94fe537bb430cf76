package kr.dangol.market;

import java.util.Optional;
import kr.dangol.casebook.Precedent;
import kr.dangol.shared.Channel;
import kr.dangol.shared.Industry;
import kr.dangol.shared.Season;
import org.jspecify.annotations.Nullable;

/// The little of a precedent that trends are made of. `store` tells shops apart without naming
/// them.
record Note(
        Industry industry,
        String businessType,
        @Nullable String city,
        @Nullable String district,
        @Nullable Season season,
        @Nullable Channel channel,
        @Nullable PrizeKind prize,
        double cost,
        double participants,
        double roi,
        boolean sample,
        String store) {

    /// Empty for a precedent that lacks one of the figures.
    static Optional<Note> of(Precedent precedent) {
        var cost = precedent.cost();
        var participants = precedent.participants();
        var roi = precedent.roi();
        if (cost == null || participants == null || roi == null) {
            return Optional.empty();
        }
        var region = precedent.region();
        var store = precedent.storeKey();
        return Optional.of(
                new Note(
                        precedent.industry(),
                        precedent.businessType().name(),
                        region == null ? null : region.city(),
                        region == null ? null : region.district(),
                        precedent.season(),
                        precedent.channel(),
                        PrizeKind.of(precedent.prize()).orElse(null),
                        cost.amount(),
                        participants,
                        roi,
                        precedent.isSample(),
                        store == null ? precedent.id().toString() : store));
    }
}
