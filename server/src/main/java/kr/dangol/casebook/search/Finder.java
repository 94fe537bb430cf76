package kr.dangol.casebook.search;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;
import kr.dangol.casebook.jdbc.Precedents;
import kr.dangol.casebook.jdbc.SetAside;
import kr.dangol.shared.Industry;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Finds precedents through one kind of index, and renews it without a gap.
///
/// Wanted is the edition that the book asks for, filled by the configured embedder. Until it is
/// whole the newest whole one serves, asked through the embedder that made it; then the wanted one
/// takes its place at once. All that is remembered stands in the editions themselves and in the
/// book, so a kill changes nothing: the next start goes on where the index was last saved.
public final class Finder implements AutoCloseable {

    private static final Logger log = LoggerFactory.getLogger(Finder.class);

    private final Editions editions;
    private final Embedder embedder;
    private final Function<String, Optional<Embedder>> otherEmbedders;
    private final Precedents precedents;
    private final SetAside setAside;
    private final boolean mayServeUnfinished;

    private volatile @Nullable OpenEdition serving;
    private volatile @Nullable OpenEdition next;
    private final List<OpenEdition> retired = new ArrayList<>();
    private boolean isTidy;
    private Consumer<Set<Industry>> listener = industries -> {};

    /// @param otherEmbedders finds embedders for editions that an earlier configuration left
    /// @param mayServeUnfinished whether half an index is better than none
    public Finder(
            Editions editions,
            Embedder embedder,
            Function<String, Optional<Embedder>> otherEmbedders,
            Precedents precedents,
            SetAside setAside,
            boolean mayServeUnfinished) {
        this.editions = editions;
        this.embedder = embedder;
        this.otherEmbedders = otherEmbedders;
        this.precedents = precedents;
        this.setAside = setAside;
        this.mayServeUnfinished = mayServeUnfinished;
    }

    /// Hears of the industries whose searches may now find something else.
    public void onChange(Consumer<Set<Industry>> listener) {
        this.listener = listener;
    }

    /// How a finder stands: the model of the serving edition, how many cases it can find, up to
    /// which change of the book, how many changes it has yet to see; and of the edition that is
    /// being filled its model and how far it is, if there is one.
    public record State(String model, long size, long upTo, long lag, @Nullable Filling filling) {}

    /// An edition on its way: it holds the changes up to `upTo` of `of`.
    public record Filling(String model, long upTo, long of) {}

    public State state() {
        var last = precedents.lastChange();
        var current = serving;
        var coming = next;
        var filling =
                coming == null
                        ? null
                        : new Filling(coming.edition().model(), coming.index().holdsUpTo(), last);
        if (current == null) {
            return new State(embedder.model(), 0, 0, last, filling);
        }
        var upTo = current.index().holdsUpTo();
        return new State(
                current.edition().model(),
                current.index().size(),
                upTo,
                Math.max(0, last - upTo),
                filling);
    }

    public long lag() {
        var current = serving;
        var upTo = current == null ? 0 : current.index().holdsUpTo();
        return Math.max(0, precedents.lastChange() - upTo);
    }

    public long size() {
        var current = serving;
        return current == null ? 0 : current.index().size();
    }

    /// The nearest first; empty when nothing can serve yet.
    public Optional<List<Hit>> search(
            PrecedentText text, PrecedentFilter filter, int limit, Duration time) {
        for (var open = serving; open != null; open = serving) {
            if (open.enter()) {
                try {
                    return Optional.of(search(open, text, filter, limit, time));
                } finally {
                    open.leave();
                }
            }
        }
        return Optional.empty();
    }

    private static List<Hit> search(
            OpenEdition open,
            PrecedentText text,
            PrecedentFilter filter,
            int limit,
            Duration time) {
        if (!open.index().mayHold(filter)) {
            return List.of();
        }
        var end = System.nanoTime() + time.toNanos();
        var vector = open.embedder().embedQuestion(text, time);
        var left = Duration.ofNanos(end - System.nanoTime());
        return open.index().search(new IndexQuery(text, vector, filter, limit), left);
    }

    /// Whether all instances share what this one finds with, so that only one may fill it.
    public boolean isShared() {
        return editions.areShared();
    }

    /// Copies the serving edition into a folder of its name inside this one; empty when there is
    /// none or it is not kept by this process.
    public Optional<Path> snapshot(Path home) {
        var open = serving;
        if (open == null || !open.enter()) {
            return Optional.empty();
        }
        try {
            var folder = home.resolve(open.edition().toString());
            return open.index().snapshot(folder) ? Optional.of(folder) : Optional.empty();
        } finally {
            open.leave();
        }
    }

    /// Whether some edition serves.
    public boolean isServing() {
        return serving != null;
    }

    /// Whether the edition that the book wants does not serve yet.
    public boolean isRenewing() {
        var current = serving;
        return current == null || !current.edition().equals(wanted());
    }

    /// Opens what serves, and brings it up to date if it is behind by no more than this.
    public synchronized void open(long nearEnough) {
        adopt();
        var current = serving;
        if (current != null && lag() <= nearEnough) {
            while (!current.catchUp().isEmpty()) {
                // one page after the other
            }
        }
    }

    /// Takes a page of changes into every open edition, and serves from the wanted one as soon as
    /// it is whole. True while there is more to take.
    public synchronized boolean follow() {
        reopenBroken();
        adopt();
        var more = false;
        for (var open : open()) {
            var touched = open.catchUp();
            if (open == serving && !touched.isEmpty()) {
                listener.accept(touched);
            }
            more |= !touched.isEmpty();
        }
        var coming = next;
        if (coming != null && !more) {
            editions.finish(coming.edition());
            adopt();
        }
        if (!more) {
            open().forEach(open -> open.index().tidy());
        }
        sweep();
        return more;
    }

    /// What was saved is found again, and what was not is read from the book once more.
    private void reopenBroken() {
        var current = serving;
        if (current != null && current.index().isBroken()) {
            log.warn("search index is opened again edition={}", current.edition());
            serve(open(current.edition(), current.embedder()));
        }
        var coming = next;
        if (coming != null && coming.index().isBroken()) {
            log.warn("search index is opened again edition={}", coming.edition());
            retire(coming);
            next = open(coming.edition(), coming.embedder());
        }
    }

    /// Opens what should be open and serves from what should serve, without filling anything.
    public synchronized void adopt() {
        var wanted = wanted();
        var current = serving;
        if (current != null && current.edition().equals(wanted) && next == null) {
            if (current.isAheadOfBook()) {
                log.warn("search index is ahead of the restored case book and is made anew");
                precedents.wantEditionAfter(wanted.number());
            }
            return;
        }
        var coming = coming(wanted);
        if (isWhole(coming)) {
            next = null;
            serve(coming);
        } else if (current == null) {
            serve(leftBehind(wanted));
        }
        if (serving == null && mayServeUnfinished) {
            editions.finish(wanted);
            next = null;
            serve(coming);
        }
    }

    private Edition wanted() {
        return new Edition(precedents.edition(), embedder.model());
    }

    private OpenEdition coming(Edition wanted) {
        var coming = next;
        if (coming != null && coming.edition().equals(wanted)) {
            return coming;
        }
        if (coming != null) {
            retire(coming);
        }
        var opened = open(wanted, embedder);
        next = opened;
        return opened;
    }

    private boolean isWhole(OpenEdition open) {
        return open.index().holdsUpTo() > 0
                && editions.list().contains(new Editions.Kept(open.edition(), true));
    }

    /// The newest whole edition of an earlier time whose model can still be asked.
    private @Nullable OpenEdition leftBehind(Edition wanted) {
        for (var kept : editions.list().reversed()) {
            var by = embedderOf(kept.edition());
            if (kept.whole() && !kept.edition().equals(wanted) && by.isPresent()) {
                var old = open(kept.edition(), by.get());
                if (old.index().holdsUpTo() > 0) {
                    return old;
                }
                old.leave();
            }
        }
        return null;
    }

    private Optional<Embedder> embedderOf(Edition edition) {
        return edition.model().equals(embedder.model())
                ? Optional.of(embedder)
                : otherEmbedders.apply(edition.model());
    }

    private OpenEdition open(Edition edition, Embedder by) {
        var index = editions.open(edition, by.dimensions());
        return new OpenEdition(edition, by, index, precedents, setAside);
    }

    private void serve(@Nullable OpenEdition edition) {
        var before = serving;
        if (edition == null || edition == before) {
            return;
        }
        serving = edition;
        isTidy = false;
        log.info(
                "search index serves edition={} size={}",
                edition.edition(),
                edition.index().size());
        listener.accept(EnumSet.allOf(Industry.class));
        if (before != null) {
            retire(before);
        }
    }

    private void retire(OpenEdition edition) {
        retired.add(edition);
        edition.leave();
    }

    /// Deletes what nobody needs any more, once the wanted edition serves.
    private void sweep() {
        var current = serving;
        if (isTidy || current == null || next != null) {
            return;
        }
        retired.removeIf(OpenEdition::isClosed);
        var needed = new HashSet<Edition>();
        needed.add(current.edition());
        retired.forEach(each -> needed.add(each.edition()));
        editions.sweep(needed);
        isTidy = retired.isEmpty() && editions.list().size() == 1;
    }

    private List<OpenEdition> open() {
        var open = new ArrayList<OpenEdition>();
        var current = serving;
        var coming = next;
        if (current != null) {
            open.add(current);
        }
        if (coming != null) {
            open.add(coming);
        }
        return open;
    }

    @Override
    public synchronized void close() {
        open().forEach(OpenEdition::leave);
        serving = null;
        next = null;
    }
}
