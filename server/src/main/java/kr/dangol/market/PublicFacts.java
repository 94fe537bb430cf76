package kr.dangol.market;

import java.time.LocalDate;
import java.util.List;

/// The public figures that trend statements rest on. Whoever collects them hands them over here.
public interface PublicFacts {

    /// Replaces an edition as a whole: readers see all of it or the one before. Handing over the
    /// same again only confirms it.
    void publish(Series series, String period, LocalDate asOf, List<PublicFact> facts);

    /// The source still says the same; false when there is no such edition.
    boolean confirm(Series series, String period);

    /// Every edition that is kept, newest first within its series.
    List<Edition> editions();
}
