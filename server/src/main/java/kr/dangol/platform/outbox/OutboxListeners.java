package kr.dangol.platform.outbox;

import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/// The listeners that facts are delivered to, and the bell that rings when there is something for
/// one of them.
final class OutboxListeners {

    private final Map<String, OutboxListener> byId = new ConcurrentHashMap<>();
    private final Semaphore bell = new Semaphore(0);

    void add(OutboxListener listener) {
        byId.put(listener.getListenerId(), listener);
    }

    boolean areDeliveredTo(String listenerId) {
        return byId.containsKey(listenerId);
    }

    Optional<OutboxListener> find(String listenerId) {
        return Optional.ofNullable(byId.get(listenerId));
    }

    void ring() {
        bell.release();
    }

    /// Until it rings, or for so long.
    void awaitRing(long millis) throws InterruptedException {
        if (bell.tryAcquire(millis, TimeUnit.MILLISECONDS)) {
            bell.drainPermits();
        }
    }
}
