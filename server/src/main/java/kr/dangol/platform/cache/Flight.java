package kr.dangol.platform.cache;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// One piece of work under way: what it has handed out so far, and how many want it.
///
/// It works on a platform thread, for many may wait for it on virtual ones: those take turns on a
/// few threads, and in a burst the work they all wait for would stand in line behind them.
final class Flight<T> {

    private final Consumer<Consumer<T>> work;
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition news = lock.newCondition();
    private final List<T> handedOut = new ArrayList<>();
    private int passengers;
    private boolean ended;
    private @Nullable Throwable failure;
    private @Nullable Thread worker;

    Flight(Consumer<Consumer<T>> work) {
        this.work = work;
    }

    boolean takesOneMore() {
        lock.lock();
        try {
            if (ended) {
                return false;
            }
            passengers++;
            return true;
        } finally {
            lock.unlock();
        }
    }

    void start(Runnable landed) {
        lock.lock();
        try {
            if (worker == null) {
                worker = Thread.ofPlatform().name("flight").daemon().start(() -> fly(landed));
            }
        } finally {
            lock.unlock();
        }
    }

    @SuppressWarnings("CatchingUnchecked")
    private void fly(Runnable landed) {
        @Nullable Throwable thrown = null;
        try {
            work.accept(this::handOut);
        } catch (Throwable e) {
            thrown = e;
        }
        landed.run();
        end(thrown);
    }

    private void handOut(T element) {
        lock.lock();
        try {
            handedOut.add(element);
            news.signalAll();
        } finally {
            lock.unlock();
        }
    }

    private void end(@Nullable Throwable thrown) {
        lock.lock();
        try {
            ended = true;
            failure = thrown;
            news.signalAll();
        } finally {
            lock.unlock();
        }
    }

    void leave() {
        lock.lock();
        try {
            passengers--;
            if (passengers == 0 && !ended) {
                // From here on nobody can board; whoever asks next starts anew.
                ended = true;
                if (worker != null) {
                    worker.interrupt();
                }
            }
        } finally {
            lock.unlock();
        }
    }

    /// The element at this position, or null when it has not come within `patience`.
    @Nullable T await(int position, Duration patience) throws InterruptedException {
        var left = patience.toNanos();
        lock.lockInterruptibly();
        try {
            while (handedOut.size() <= position && !ended && left > 0) {
                left = news.awaitNanos(left);
            }
            return handedOut.size() > position ? handedOut.get(position) : null;
        } finally {
            lock.unlock();
        }
    }

    boolean isOverAt(int position) {
        lock.lock();
        try {
            if (ended && failure != null && handedOut.size() <= position) {
                throw new FlightFailed(failure);
            }
            return ended && handedOut.size() <= position;
        } finally {
            lock.unlock();
        }
    }
}
