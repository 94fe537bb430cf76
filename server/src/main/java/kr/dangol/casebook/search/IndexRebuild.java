package kr.dangol.casebook.search;

import kr.dangol.casebook.jdbc.Precedents;
import kr.dangol.casebook.jdbc.SetAside;
import kr.dangol.casebook.search.Finder.Filling;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// Has every instance fill its index anew in the background, and tells how that stands. What is
/// wanted is written in the database, so a rebuild goes on after a restart.
@Component
public class IndexRebuild {

    private final PrecedentSearch search;
    private final Precedents precedents;
    private final SetAside setAside;

    IndexRebuild(PrecedentSearch search, Precedents precedents, SetAside setAside) {
        this.search = search;
        this.precedents = precedents;
        this.setAside = setAside;
    }

    /// How this instance's index stands: the model whose vectors it holds, how many cases can be
    /// found, up to which change it holds the book, how many changes it has yet to see, how many
    /// cases were set aside, whether another edition is on its way, and how far that is.
    public record State(
            String model,
            long size,
            long upTo,
            long lag,
            long setAside,
            boolean rebuilding,
            @Nullable Filling filling) {}

    public State state() {
        var state = search.serving().state();
        var main = search.main();
        return new State(
                state.model(),
                state.size(),
                state.upTo(),
                state.lag(),
                setAside.count(),
                main.isRenewing(),
                main.state().filling());
    }

    /// Does nothing while a rebuild is under way.
    public void start() {
        if (!search.main().isRenewing()) {
            setAside.clear();
            precedents.wantEditionAfter(precedents.edition());
        }
    }
}
