package kr.dangol.casebook.jdbc;

import java.util.List;
import java.util.UUID;
import kr.dangol.casebook.Precedent;
import kr.dangol.casebook.wording.Wording;
import org.jspecify.annotations.Nullable;

/// A precedent on its way into the book, with what tells whether it is there already. `importId`
/// names the import or collection that brings it; `isBare` says that it has no day, no shop and no
/// outcome, so that its words alone tell it from others.
public record Entry(
        Precedent precedent,
        UUID digest,
        UUID figuresDigest,
        boolean isBare,
        Wording wording,
        List<Long> meetings,
        @Nullable UUID importId) {

    public static Entry of(Precedent precedent) {
        var figures = ContentDigest.ofFigures(precedent);
        var wording = Wording.of(precedent.title(), precedent.prize(), precedent.participation());
        var isBare = ContentDigest.isBare(precedent);
        return new Entry(
                precedent,
                ContentDigest.ofContent(precedent),
                figures,
                isBare,
                wording,
                isBare
                        ? wording.meetings(figures.getMostSignificantBits())
                        : List.of(figures.getMostSignificantBits()),
                null);
    }

    public Entry from(UUID importId) {
        return new Entry(precedent, digest, figuresDigest, isBare, wording, meetings, importId);
    }
}
