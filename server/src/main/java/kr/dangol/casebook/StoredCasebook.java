package kr.dangol.casebook;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import kr.dangol.casebook.jdbc.GroupRows;
import kr.dangol.casebook.jdbc.Precedents;
import kr.dangol.casebook.search.Hit;
import kr.dangol.casebook.search.PrecedentFilter;
import kr.dangol.casebook.search.PrecedentSearch;
import kr.dangol.casebook.search.PrecedentText;
import kr.dangol.platform.AccountId;
import org.springframework.stereotype.Component;

/// The case book: pages in PostgreSQL, found through the index.
@Component
class StoredCasebook implements Casebook {

    private final Precedents precedents;
    private final GroupRows groups;
    private final PrecedentSearch search;
    private final Shelf shelf;

    StoredCasebook(Precedents precedents, GroupRows groups, PrecedentSearch search, Shelf shelf) {
        this.precedents = precedents;
        this.groups = groups;
        this.search = search;
        this.shelf = shelf;
    }

    @Override
    public List<SimilarPrecedent> similar(SimilarQuery query) {
        var filter = PrecedentFilter.ofOthers(query);
        return pages(search.search(PrecedentText.of(query), filter, query.limit()));
    }

    /// Among the few events of one owner any embedder finds the right ones, and nobody outside
    /// needs to hear of the question.
    @Override
    public List<SimilarPrecedent> ownOf(AccountId owner, SimilarQuery query) {
        var filter = PrecedentFilter.ofOwn(owner, query);
        return pages(search.searchBuiltIn(PrecedentText.of(query), filter, query.limit()));
    }

    @Override
    public List<PrecedentGroup> groups(SimilarQuery query) {
        return groups.groups(query);
    }

    @Override
    public Map<PrecedentId, Precedent> find(Collection<PrecedentId> ids) {
        return shelf.find(ids);
    }

    @Override
    public void forEachWithOutcome(Consumer<Precedent> reader) {
        precedents.forEachWithOutcome(reader);
    }

    @Override
    public long changesSince(long sequence, Consumer<PrecedentChange> reader) {
        return precedents.changesSince(sequence, reader);
    }

    /// The book has the last word: what it has excluded since the index was saved is left out.
    private List<SimilarPrecedent> pages(List<Hit> hits) {
        var pages = shelf.find(hits.stream().map(Hit::id).toList());
        var found = new ArrayList<SimilarPrecedent>();
        for (var hit : hits) {
            var page = pages.get(hit.id());
            if (page != null) {
                found.add(new SimilarPrecedent(page, hit.score()));
            }
        }
        return found;
    }
}
