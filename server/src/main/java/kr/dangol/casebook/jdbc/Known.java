package kr.dangol.casebook.jdbc;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import kr.dangol.casebook.Precedent;

/// What the book holds of a batch already: contents, and the wordings of rows with equal figures.
public record Known(Set<UUID> digests, Map<UUID, List<String>> wordings) {

    public static String wording(Precedent precedent) {
        return wording(precedent.title(), precedent.prize(), precedent.participation());
    }

    static String wording(String title, String prize, String participation) {
        return title + " " + prize + " " + participation;
    }
}
