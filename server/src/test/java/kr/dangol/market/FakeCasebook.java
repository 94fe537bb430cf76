package kr.dangol.market;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import kr.dangol.casebook.Casebook;
import kr.dangol.casebook.Precedent;
import kr.dangol.casebook.PrecedentChange;
import kr.dangol.casebook.PrecedentGroup;
import kr.dangol.casebook.PrecedentId;
import kr.dangol.casebook.SimilarPrecedent;
import kr.dangol.casebook.SimilarQuery;
import kr.dangol.platform.AccountId;

/// A case book in memory that can only be followed.
final class FakeCasebook implements Casebook {

    private final List<PrecedentChange> changes = new ArrayList<>();

    void put(Precedent precedent) {
        changes.add(new PrecedentChange(changes.size() + 1, precedent, false));
    }

    void exclude(Precedent precedent) {
        changes.removeIf(each -> each.precedent().id().equals(precedent.id()));
        changes.add(new PrecedentChange(changes.getLast().sequence() + 1, precedent, true));
    }

    Precedent first() {
        return changes.getFirst().precedent();
    }

    @Override
    public long changesSince(long sequence, Consumer<PrecedentChange> reader) {
        changes.stream().filter(each -> each.sequence() > sequence).forEach(reader);
        return changes.isEmpty() ? sequence : changes.getLast().sequence();
    }

    @Override
    public void forEachWithOutcome(Consumer<Precedent> reader) {
        throw new UnsupportedOperationException();
    }

    @Override
    public Map<PrecedentId, Precedent> find(Collection<PrecedentId> ids) {
        throw new UnsupportedOperationException();
    }

    @Override
    public List<SimilarPrecedent> similar(SimilarQuery query) {
        throw new UnsupportedOperationException();
    }

    @Override
    public List<SimilarPrecedent> ownOf(AccountId owner, SimilarQuery query) {
        throw new UnsupportedOperationException();
    }

    @Override
    public List<PrecedentGroup> groups(SimilarQuery query) {
        throw new UnsupportedOperationException();
    }
}
