package kr.dangol.casebook;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import kr.dangol.platform.AccountId;

/// The door to the case book for other modules.
///
/// Whoever keeps something learned from precedents follows them on every instance like this: read
/// [#changesSince] from 0 at start, remember the number it returns, and read on from there whenever
/// the in-process event [CasebookChanged] arrives. The full sample book is stored before the first
/// caller gets hold of this bean.
public interface Casebook {

    /// The nearest precedents, best first. An owner's own event is never handed out as another's
    /// evidence: entries of origin [Origin#OWN] are left out here.
    List<SimilarPrecedent> similar(SimilarQuery query);

    /// The nearest among this owner's own events that have an outcome, best first.
    List<SimilarPrecedent> ownOf(AccountId owner, SimilarQuery query);

    /// What our owners' measured events of such a shop brought, as disjoint groups of at least
    /// [PrecedentGroup#MIN_STORES] shops, nearest first. Empty while too few shops took part.
    List<PrecedentGroup> groups(SimilarQuery query);

    /// Those of the ids that are in the book and in use.
    Map<PrecedentId, Precedent> find(Collection<PrecedentId> ids);

    /// Streams every precedent that [Precedent#hasOutcome()] and is not excluded, oldest change
    /// first, in constant memory.
    void forEachWithOutcome(Consumer<Precedent> reader);

    /// Streams the latest state of every precedent that changed after `sequence`, oldest change
    /// first, in constant memory. Returns the number to continue from: no change up to it will ever
    /// appear later. Excluded precedents are among them, because an earlier state may have been
    /// learned.
    long changesSince(long sequence, Consumer<PrecedentChange> reader);
}
