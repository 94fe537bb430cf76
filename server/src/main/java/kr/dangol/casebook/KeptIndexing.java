package kr.dangol.casebook;

import kr.dangol.casebook.search.PrecedentSearch;
import kr.dangol.casebook.search.SearchUnavailable;
import org.springframework.stereotype.Component;

/// The index that serves on this instance, or will when it is filled.
@Component
class KeptIndexing implements CaseIndexing {

    private final PrecedentSearch search;

    KeptIndexing(PrecedentSearch search) {
        this.search = search;
    }

    @Override
    public long waiting() {
        return search.main().lag();
    }

    @Override
    public long searchable() {
        return search.main().size();
    }

    @Override
    public boolean advance() {
        try {
            return search.main().follow();
        } catch (SearchUnavailable unavailable) {
            throw new Unavailable(unavailable);
        }
    }
}
