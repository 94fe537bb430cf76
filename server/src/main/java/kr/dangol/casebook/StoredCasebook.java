package kr.dangol.casebook;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import kr.dangol.casebook.jdbc.GroupRows;
import kr.dangol.casebook.jdbc.Precedents;
import kr.dangol.casebook.search.Embedder;
import kr.dangol.casebook.search.Hit;
import kr.dangol.casebook.search.IndexKeeper;
import kr.dangol.casebook.search.IndexQuery;
import kr.dangol.casebook.search.PrecedentFilter;
import kr.dangol.casebook.search.PrecedentIndex;
import kr.dangol.casebook.search.PrecedentText;
import kr.dangol.platform.AccountId;
import org.springframework.stereotype.Component;

/// The case book: pages in PostgreSQL, found through the index.
@Component
class StoredCasebook implements Casebook {

    private final Precedents precedents;
    private final GroupRows groups;
    private final Embedder embedder;
    private final PrecedentIndex index;
    private final Shelf shelf;

    /// Asks for the keeper so that the index is up to date before the book is handed to anybody.
    StoredCasebook(
            IndexKeeper upToDate,
            Precedents precedents,
            GroupRows groups,
            Embedder embedder,
            PrecedentIndex index,
            Shelf shelf) {
        this.precedents = precedents;
        this.groups = groups;
        this.embedder = embedder;
        this.index = index;
        this.shelf = shelf;
    }

    @Override
    public List<SimilarPrecedent> similar(SimilarQuery query) {
        return search(query, PrecedentFilter.ofOthers(query));
    }

    @Override
    public List<SimilarPrecedent> ownOf(AccountId owner, SimilarQuery query) {
        return search(query, PrecedentFilter.ofOwn(owner, query));
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

    private List<SimilarPrecedent> search(SimilarQuery query, PrecedentFilter filter) {
        var text = PrecedentText.of(query);
        var vector = embedder.embed(List.of(text)).getFirst();
        return pages(index.search(new IndexQuery(text, vector, filter, query.limit())));
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
