package kr.dangol.casebook;

import java.util.Set;
import kr.dangol.shared.Industry;

/// In-process event: searches of this instance may now find something else in these industries,
/// because the index has followed the book or another edition of it serves. Whoever keeps what
/// [Casebook#similar] found lets go of it now.
public record SearchChanged(Set<Industry> industries) {

    public SearchChanged {
        industries = Set.copyOf(industries);
    }
}
