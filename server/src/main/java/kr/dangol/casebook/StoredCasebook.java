package kr.dangol.casebook;

import java.util.List;
import java.util.function.Consumer;
import kr.dangol.casebook.jdbc.GroupRows;
import kr.dangol.casebook.jdbc.Precedents;
import kr.dangol.platform.AccountId;
import org.springframework.stereotype.Component;

/// The case book on PostgreSQL.
@Component
class StoredCasebook implements Casebook {

    private final Precedents precedents;
    private final GroupRows groups;

    /// Asks for the first pages so that they are stored before the book is handed to anybody.
    StoredCasebook(Precedents precedents, GroupRows groups, FirstPages firstPages) {
        this.precedents = precedents;
        this.groups = groups;
    }

    @Override
    public List<SimilarPrecedent> similar(SimilarQuery query) {
        return precedents.comparable(query, null);
    }

    @Override
    public List<SimilarPrecedent> ownOf(AccountId owner, SimilarQuery query) {
        return precedents.comparable(query, owner);
    }

    @Override
    public List<PrecedentGroup> groups(SimilarQuery query) {
        return groups.groups(query);
    }

    @Override
    public void forEachWithOutcome(Consumer<Precedent> reader) {
        precedents.forEachWithOutcome(reader);
    }

    @Override
    public long changesSince(long sequence, Consumer<PrecedentChange> reader) {
        return precedents.changesSince(sequence, reader);
    }
}
