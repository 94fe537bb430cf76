package kr.dangol.intake.run;

import kr.dangol.casebook.CaseIndexing;
import kr.dangol.intake.source.Fault;
import kr.dangol.intake.source.SourceFault;
import kr.dangol.intake.source.Work;
import org.springframework.stereotype.Component;

/// The two steps that are about the case book as a whole. Vectors go into the index as they are
/// made, so that `embed` brings both up to date; `index` makes sure that all of it can be found.
@Component
class BookSteps {

    private final CaseIndexing indexing;

    BookSteps(CaseIndexing indexing) {
        this.indexing = indexing;
    }

    void embed(Work work) {
        var waiting = indexing.waiting();
        work.total(waiting);
        try {
            while (indexing.advance()) {
                waiting = took(waiting, work);
                work.checkpoint();
            }
        } catch (CaseIndexing.Unavailable unavailable) {
            throw new SourceFault(Fault.SERVICE_FAILED, String.valueOf(unavailable.getMessage()));
        }
        took(waiting, work);
    }

    private long took(long before, Work work) {
        var now = indexing.waiting();
        var taken = Math.max(0, before - now);
        work.count("indexed", taken);
        work.done(taken);
        return now;
    }

    void index(Work work) {
        embed(work);
        work.count("searchable", indexing.searchable());
    }
}
