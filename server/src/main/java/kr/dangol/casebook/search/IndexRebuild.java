package kr.dangol.casebook.search;

import java.util.concurrent.atomic.AtomicBoolean;
import kr.dangol.casebook.jdbc.SetAside;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/// Fills the index anew in the background, one rebuild at a time, and tells how it stands.
@Component
public class IndexRebuild {

    private static final Logger log = LoggerFactory.getLogger(IndexRebuild.class);

    private final IndexKeeper keeper;
    private final PrecedentIndex index;
    private final Embedder embedder;
    private final SetAside setAside;
    private final AtomicBoolean running = new AtomicBoolean();

    IndexRebuild(IndexKeeper keeper, PrecedentIndex index, Embedder embedder, SetAside setAside) {
        this.keeper = keeper;
        this.index = index;
        this.embedder = embedder;
        this.setAside = setAside;
    }

    /// How this instance's index stands: the model whose vectors it holds, how many cases can be
    /// found, up to which change it holds the book, how many changes it has yet to see, how many
    /// cases were set aside, and whether a rebuild is under way.
    public record State(
            String model, long size, long upTo, long lag, long setAside, boolean rebuilding) {}

    public State state() {
        return new State(
                embedder.model(),
                index.size(),
                index.holdsUpTo(),
                keeper.lag(),
                setAside.count(),
                running.get());
    }

    /// Does nothing while a rebuild is under way.
    public void start() {
        if (running.compareAndSet(false, true)) {
            Thread.ofVirtual().name("index-rebuild").start(this::run);
        }
    }

    private void run() {
        try {
            keeper.rebuild();
        } catch (RuntimeException failed) {
            log.error("search index could not be rebuilt, the old one serves on", failed);
        } finally {
            running.set(false);
        }
    }
}
