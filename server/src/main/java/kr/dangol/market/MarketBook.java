package kr.dangol.market;

import jakarta.annotation.PreDestroy;
import java.time.Clock;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Supplier;
import kr.dangol.casebook.Casebook;
import kr.dangol.casebook.CasebookChanged;
import kr.dangol.casebook.PrecedentChange;
import kr.dangol.casebook.PrecedentId;
import kr.dangol.shared.BusinessType;
import kr.dangol.shared.Industry;
import kr.dangol.shared.Region;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Service;

/// Answers from public figures, the calendar, and a summary of the case book that it keeps in
/// memory and renews whenever the book changes.
@Service
class MarketBook implements Market, SmartInitializingSingleton {

    private static final Logger LOG = LoggerFactory.getLogger(MarketBook.class);

    /// While an import runs the book changes all the time. Summing it up rests so many times as
    /// long as it took, so that it leaves the import most of the processor.
    private static final int RESTS = 5;

    private final Casebook casebook;
    private final Supplier<PublicFigures> publicFigures;
    private final Clock clock;
    private final ScheduledExecutorService following =
            Executors.newSingleThreadScheduledExecutor(
                    Thread.ofPlatform().name("market-follow").daemon().factory());
    private final AtomicBoolean behind = new AtomicBoolean();
    private volatile long restUntil = System.nanoTime();

    // Only the following thread touches these two.
    private final Map<PrecedentId, Note> notes = new HashMap<>();
    private long sequence;

    private volatile @Nullable CaseFigures figures;

    MarketBook(Casebook casebook, Supplier<PublicFigures> publicFigures, Clock clock) {
        this.casebook = casebook;
        this.publicFigures = publicFigures;
        this.clock = clock;
    }

    @Override
    public void afterSingletonsInstantiated() {
        catchUp();
    }

    @EventListener
    void on(CasebookChanged change) {
        catchUp();
    }

    @PreDestroy
    void stop() {
        following.shutdownNow();
    }

    /// Changes that come while one is being read are read in one go afterwards.
    private void catchUp() {
        if (behind.compareAndSet(false, true)) {
            following.schedule(this::read, restUntil - System.nanoTime(), TimeUnit.NANOSECONDS);
        }
    }

    void read() {
        behind.set(false);
        var started = System.nanoTime();
        try {
            sequence = casebook.changesSince(sequence, this::note);
            figures = CaseFigures.of(notes.values(), LocalDate.now(clock));
        } catch (RuntimeException failed) {
            LOG.warn("trends keep their old figures until the case book changes again", failed);
        } finally {
            var ended = System.nanoTime();
            restUntil = ended + RESTS * (ended - started);
        }
    }

    private void note(PrecedentChange change) {
        var precedent = change.precedent();
        var note = Note.of(precedent).filter(_ -> change.teaches());
        if (note.isPresent()) {
            notes.put(precedent.id(), note.get());
        } else {
            notes.remove(precedent.id());
        }
    }

    @Override
    public Trends trends(
            Industry industry, BusinessType businessType, @Nullable Region region, LocalDate date) {
        var today = LocalDate.now(clock);
        var known = figures;
        var cases = known == null ? CaseFigures.of(List.of(), today) : known;
        var told = new PublicSentences(publicFigures.get());
        return new Trends(
                IndustryTrend.of(industry, businessType, cases, told),
                LocationTrend.of(industry, businessType, region, cases, told),
                SeasonTrend.of(industry, businessType, date, today, cases, told));
    }
}
