package kr.dangol.casebook;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import kr.dangol.casebook.jdbc.BookWritten;
import kr.dangol.casebook.jdbc.Precedents;
import kr.dangol.platform.cluster.Broadcast;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.SmartLifecycle;
import org.springframework.context.event.EventListener;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;

/// Tells this instance that the book changed, whoever changed it: looks at the last change number
/// at once after a commit of our own and when another instance says that it wrote, and every two
/// seconds in case nobody could say so. An import is announced as a whole.
@Component
class ChangeWatch implements SmartLifecycle {

    private static final Logger log = LoggerFactory.getLogger(ChangeWatch.class);
    private static final Duration INTERVAL = Duration.ofSeconds(2);
    private static final Duration LONGEST_WAIT = Duration.ofSeconds(30);
    private static final int MANY = 500;
    private static final String WRITTEN = "casebook-written";

    private final Precedents precedents;
    private final ApplicationEventPublisher listeners;
    private final Clock clock;
    private final Broadcast others;
    private final Semaphore nudges = new Semaphore(0);
    private volatile boolean running;
    private long announced = -1;
    private Instant announcedAt = Instant.EPOCH;
    private long seen;

    ChangeWatch(
            Precedents precedents,
            ApplicationEventPublisher listeners,
            Clock clock,
            Broadcast others) {
        this.precedents = precedents;
        this.listeners = listeners;
        this.clock = clock;
        this.others = others;
        others.listen(WRITTEN, message -> nudge());
    }

    @EventListener
    void on(BookWritten written) {
        nudge();
        others.send(WRITTEN, "");
    }

    private void nudge() {
        nudges.release();
    }

    @Override
    public void start() {
        running = true;
        Thread.ofVirtual().name("casebook-changes").start(this::watch);
    }

    @Override
    public void stop() {
        running = false;
        nudge();
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    private void watch() {
        try {
            while (running) {
                announce();
                nudges.tryAcquire(INTERVAL.toMillis(), TimeUnit.MILLISECONDS);
                nudges.drainPermits();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void announce() {
        try {
            var last = precedents.lastChange();
            if (running && last != announced && isTime(last)) {
                listeners.publishEvent(new CasebookChanged(last));
                announced = last;
                announcedAt = clock.instant();
            }
            seen = last;
        } catch (DataAccessException e) {
            log.warn("case book cannot be read, trying again: {}", e.getMessage());
        }
    }

    /// Few changes at once; many when they have come to rest, or after a while: whoever follows
    /// would otherwise work against the import that still runs.
    private boolean isTime(long last) {
        return last == seen
                || !precedents.hasMoreChangesThan(MANY, announced)
                || announcedAt.plus(LONGEST_WAIT).isBefore(clock.instant());
    }
}
