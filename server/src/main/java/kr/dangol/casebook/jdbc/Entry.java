package kr.dangol.casebook.jdbc;

import java.util.UUID;
import kr.dangol.casebook.Precedent;
import org.jspecify.annotations.Nullable;

/// A precedent on its way into the book, with what tells whether it is there already. `importId`
/// names the import that brings it.
public record Entry(Precedent precedent, UUID digest, UUID figuresDigest, @Nullable UUID importId) {

    public static Entry of(Precedent precedent) {
        return new Entry(
                precedent,
                ContentDigest.ofContent(precedent),
                ContentDigest.ofFigures(precedent),
                null);
    }

    public Entry from(UUID importId) {
        return new Entry(precedent, digest, figuresDigest, importId);
    }
}
