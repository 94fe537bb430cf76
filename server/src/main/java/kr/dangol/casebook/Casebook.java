package kr.dangol.casebook;

import java.util.List;
import java.util.function.Consumer;

/// The door to the case book for other modules.
public interface Casebook {

    /// The nearest precedents, best first. An owner's own event is never handed out as another's
    /// evidence: entries of origin [Origin#OWN] are left out here.
    List<SimilarPrecedent> similar(SimilarQuery query);

    /// Streams every precedent that [Precedent#hasOutcome()] and is not excluded, oldest change
    /// first, in constant memory.
    void forEachWithOutcome(Consumer<Precedent> reader);
}
