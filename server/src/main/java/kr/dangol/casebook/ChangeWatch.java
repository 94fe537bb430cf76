package kr.dangol.casebook;

import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import kr.dangol.casebook.jdbc.Precedents;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.SmartLifecycle;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/// Tells this instance that the book changed, whoever changed it: looks at the last change number
/// every two seconds, and at once after a commit of our own.
@Component
class ChangeWatch implements SmartLifecycle {

    private static final Logger log = LoggerFactory.getLogger(ChangeWatch.class);
    private static final Duration INTERVAL = Duration.ofSeconds(2);

    private final Precedents precedents;
    private final ApplicationEventPublisher listeners;
    private final Semaphore nudges = new Semaphore(0);
    private volatile boolean running;
    private long announced = -1;

    ChangeWatch(Precedents precedents, ApplicationEventPublisher listeners) {
        this.precedents = precedents;
        this.listeners = listeners;
    }

    /// Announces what the running transaction changes as soon as it has committed.
    void nudgeAfterCommit() {
        TransactionSynchronizationManager.registerSynchronization(
                new TransactionSynchronization() {
                    @Override
                    public void afterCommit() {
                        nudge();
                    }
                });
    }

    void nudge() {
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
            if (running && last != announced) {
                listeners.publishEvent(new CasebookChanged(last));
                announced = last;
            }
        } catch (DataAccessException e) {
            log.warn("case book cannot be read, trying again: {}", e.getMessage());
        }
    }
}
