package kr.dangol.benchmarks.town;

import java.util.List;
import kr.dangol.benchmarks.town.HiddenWorld.Truth;

/// An event that was run: what the owner was shown of it, what the world had in mind, and what
/// came.
///
/// @param month of the day on which the owner asked, from 0
/// @param plain the medians for a shop of which nothing is known
/// @param known the medians for this shop
/// @param came what happened
/// @param shown all six plans of which this one was chosen
record Happening(
        int shop,
        int month,
        Range participants,
        Range roi,
        Truth plain,
        Truth known,
        Truth came,
        List<Offer> shown) {

    Happening {
        shown = List.copyOf(shown);
    }

    /// One of the six plans: the medians promised and the true ones.
    record Offer(int participants, int roi, Truth truth) {}
}
