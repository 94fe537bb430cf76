package kr.dangol.shared;

import java.util.List;

/// What an address says about where a shop is.
public sealed interface Placement {

    /// The address means this region.
    record Placed(Region region) implements Placement {}

    /// The address fits several regions, and only its writer knows which.
    record Ambiguous(List<Region> candidates) implements Placement {

        public Ambiguous {
            candidates = List.copyOf(candidates);
        }
    }

    /// The address names no region we know.
    record Unplaced() implements Placement {}
}
