package kr.dangol.languagemodel;

import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.dao.TransientDataAccessException;
import org.springframework.transaction.CannotCreateTransactionException;

/// Writes ended calls down on a thread of its own, so that no owner waits for the ledger's disk:
/// all that ended meanwhile in one transaction. Calls wait here while the database is away, up to a
/// bound; closing writes what is left.
final class LedgerWriter implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(LedgerWriter.class);
    private static final int MOST_AT_ONCE = 100;
    private static final int MOST_WAITING = 10_000;
    private static final Duration CLOSE_WITHIN = Duration.ofSeconds(10);

    private final BlockingQueue<UsageLedger.Call> waiting = new LinkedBlockingQueue<>(MOST_WAITING);
    private final Consumer<List<UsageLedger.Call>> ledger;
    private final Duration pauseAfterFailure;
    private final MeterRegistry meters;
    private final Thread thread;
    private volatile boolean isClosing;

    /// @param ledger writes all of them or throws
    LedgerWriter(
            Consumer<List<UsageLedger.Call>> ledger,
            Duration pauseAfterFailure,
            MeterRegistry meters) {
        this.ledger = ledger;
        this.pauseAfterFailure = pauseAfterFailure;
        this.meters = meters;
        thread = Thread.ofPlatform().name("ledger").start(this::run);
    }

    void add(UsageLedger.Call call) {
        if (isClosing || !waiting.offer(call)) {
            LOG.error("model call {} is missing in the ledger", call.id());
            lost(1);
        }
    }

    @Override
    public void close() throws InterruptedException {
        isClosing = true;
        thread.interrupt();
        thread.join(CLOSE_WITHIN);
    }

    private void run() {
        var batch = new ArrayList<UsageLedger.Call>();
        while (!isClosing) {
            try {
                batch.add(waiting.take());
                waiting.drainTo(batch, MOST_AT_ONCE - 1);
                write(batch);
                batch.clear();
            } catch (InterruptedException _) {
                LOG.debug("the ledger closes");
            }
        }
        // The pool refuses connections to an interrupted thread.
        var _ = Thread.interrupted();
        waiting.drainTo(batch);
        if (!batch.isEmpty() && attempt(batch) != Attempt.WRITTEN) {
            lost(batch.size());
        }
    }

    /// One row that the database will not have must not hold up the others.
    private void write(List<UsageLedger.Call> calls) throws InterruptedException {
        var attempt = attempt(calls);
        while (attempt == Attempt.AWAY) {
            Thread.sleep(pauseAfterFailure);
            attempt = attempt(calls);
        }
        if (attempt == Attempt.REFUSED && calls.size() > 1) {
            for (var call : calls) {
                write(List.of(call));
            }
        } else if (attempt == Attempt.REFUSED) {
            lost(1);
        }
    }

    private enum Attempt {
        WRITTEN,
        /// The database cannot be reached just now.
        AWAY,
        REFUSED
    }

    private Attempt attempt(List<UsageLedger.Call> calls) {
        try {
            ledger.accept(List.copyOf(calls));
            return Attempt.WRITTEN;
        } catch (CannotCreateTransactionException
                | DataAccessResourceFailureException
                | TransientDataAccessException e) {
            LOG.warn("{} model calls wait for the database", calls.size(), e);
            return Attempt.AWAY;
        } catch (RuntimeException e) {
            LOG.error("{} model calls could not be written into the ledger", calls.size(), e);
            return Attempt.REFUSED;
        }
    }

    private void lost(int calls) {
        meters.counter("dangol.languagemodel.ledger.lost").increment(calls);
    }
}
