package kr.dangol.platform.outbox;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.dao.DataAccessException;
import org.springframework.transaction.TransactionException;

/// Works the outbox off within this process: at once what was published here, and soon what other
/// processes published and did not come to.
final class Workers implements SmartLifecycle {

    private static final Logger log = LoggerFactory.getLogger(Workers.class);

    /// Each holds a database connection while it works, which requests need too.
    private static final int AT_A_TIME = 2;

    private static final Duration LOOKED_EVERY = Duration.ofSeconds(1);
    private static final Duration LAST_WORK = Duration.ofSeconds(10);

    private final Deliveries deliveries;
    private final OutboxListeners listeners;
    private final List<Thread> threads = new ArrayList<>();
    private volatile boolean running;
    private volatile boolean said;

    Workers(Deliveries deliveries, OutboxListeners listeners) {
        this.deliveries = deliveries;
        this.listeners = listeners;
    }

    @Override
    public synchronized void start() {
        running = true;
        for (var i = 1; i <= AT_A_TIME; i++) {
            threads.add(Thread.ofVirtual().name("outbox-" + i).start(this::work));
        }
    }

    /// What is in hand is finished, and given back when that takes too long.
    @Override
    public synchronized void stop() {
        running = false;
        threads.forEach(_ -> listeners.ring());
        try {
            for (var thread : threads) {
                if (!thread.join(LAST_WORK)) {
                    thread.interrupt();
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        threads.clear();
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    private void work() {
        try {
            while (running) {
                if (!deliveredOne()) {
                    listeners.awaitRing(LOOKED_EVERY.toMillis());
                } else {
                    // There may be work for the others too.
                    listeners.ring();
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private boolean deliveredOne() {
        try {
            var one = deliveries.deliverNext();
            said = false;
            return one;
        } catch (DataAccessException | TransactionException e) {
            if (!said && running) {
                said = true;
                log.warn("outbox waits for the database: {}", e.getMessage());
            }
            return false;
        }
    }
}
