package kr.dangol.casebook;

import kr.dangol.casebook.search.IndexKeeper;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/// Lets this instance's index follow the book.
@Component
class IndexFollower {

    private final IndexKeeper keeper;

    IndexFollower(IndexKeeper keeper) {
        this.keeper = keeper;
    }

    @EventListener
    void on(CasebookChanged change) {
        keeper.catchUp();
    }
}
