package kr.dangol.casebook;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// The one entry for cases read from outside sources: cleans them, finds duplicates and near
/// duplicates, and stores what is new.
public interface CollectedCases {

    /// One verdict for each case, in their order. Joins the caller's transaction, so that what the
    /// caller notes about them and the cases are stored together or not at all.
    List<Verdict> store(UUID run, List<Precedent> cases);

    /// Judges outliers once all cases of a run are stored; tells how many of the run are excluded.
    long excludeOutliers(UUID run);

    /// What became of a case; the reason is Korean and given for those that were not stored.
    record Verdict(Outcome outcome, @Nullable String reason) {

        public static Verdict stored() {
            return new Verdict(Outcome.STORED, null);
        }

        public static Verdict duplicate(String reason) {
            return new Verdict(Outcome.DUPLICATE, reason);
        }

        public static Verdict refused(String reason) {
            return new Verdict(Outcome.REFUSED, reason);
        }
    }

    enum Outcome {
        STORED,
        DUPLICATE,
        REFUSED
    }
}
