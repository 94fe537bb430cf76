package kr.dangol.casebook;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import kr.dangol.casebook.search.Finder;
import kr.dangol.casebook.search.PrecedentSearch;
import kr.dangol.casebook.search.SearchUnavailable;
import kr.dangol.platform.cluster.ClusterLock;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/// Lets this instance's indexes follow the book, each on a thread of its own so that a slow service
/// outside holds nobody up. When a service does not answer, the next try comes after a pause that
/// doubles from time to time up to a minute.
@Component
class IndexFollower implements SmartLifecycle {

    private static final Logger log = LoggerFactory.getLogger(IndexFollower.class);

    /// A new edition is wanted in the database, which tells nobody.
    private static final Duration LOOK_AGAIN = Duration.ofSeconds(3);

    private static final Duration FIRST_PAUSE = Duration.ofMillis(500);
    private static final Duration LONGEST_PAUSE = Duration.ofMinutes(1);

    private static final String LEAD = "casebook-shared-index";

    private final ClusterLock lock;
    private final List<Following> followings;
    private volatile boolean running;

    IndexFollower(PrecedentSearch search, ClusterLock lock) {
        this.lock = lock;
        followings = search.finders().stream().map(Following::new).toList();
    }

    @EventListener
    void on(CasebookChanged change) {
        followings.forEach(Following::nudge);
    }

    @Override
    public void start() {
        running = true;
        followings.forEach(Following::start);
    }

    @Override
    public void stop() {
        running = false;
        followings.forEach(Following::join);
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    /// One finder's thread.
    private final class Following {

        private final Finder finder;
        private final Semaphore nudges = new Semaphore(0);
        private @Nullable Thread thread;
        private Duration pause = LOOK_AGAIN;
        private volatile boolean isWaiting;

        Following(Finder finder) {
            this.finder = finder;
        }

        void start() {
            thread = Thread.ofPlatform().name("index").daemon().start(this::run);
        }

        /// News do not shorten the pause that a failing service is given.
        void nudge() {
            if (!isWaiting) {
                nudges.release();
            }
        }

        void join() {
            var last = thread;
            if (last == null) {
                return;
            }
            try {
                nudges.release();
                last.join(Duration.ofSeconds(10));
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }

        private void run() {
            while (running) {
                try {
                    if (finder.isShared()) {
                        followIfFirst();
                    } else {
                        follow();
                    }
                    rest();
                } catch (InterruptedException lost) {
                    // Only the lock interrupts this thread, when it is no longer ours.
                    log.info("search index leaves the lead to another instance");
                }
            }
        }

        private void rest() throws InterruptedException {
            nudges.tryAcquire(pause.toMillis(), TimeUnit.MILLISECONDS);
            nudges.drainPermits();
        }

        /// One instance keeps filling what all share; the others look what serves.
        private void followIfFirst() {
            tried(() -> {
                if (!lock.tryRun(LEAD, this::lead)) {
                    finder.adopt();
                }
            });
        }

        private void lead() {
            try {
                while (running) {
                    follow();
                    rest();
                }
            } catch (InterruptedException lost) {
                Thread.currentThread().interrupt();
            }
        }

        private void follow() {
            tried(() -> {
                while (running && finder.follow()) {
                    well();
                }
            });
        }

        private void tried(Runnable work) {
            try {
                work.run();
                well();
            } catch (SearchUnavailable wait) {
                failed(wait.getMessage());
            } catch (RuntimeException failed) {
                failed(failed.toString());
            }
        }

        private void well() {
            if (isWaiting) {
                log.info("search index follows again");
            }
            isWaiting = false;
            pause = LOOK_AGAIN;
        }

        private void failed(@Nullable String reason) {
            if (!isWaiting) {
                log.warn("search index has to wait reason={}", reason);
                pause = FIRST_PAUSE;
            } else {
                var doubled = pause.multipliedBy(2);
                pause = doubled.compareTo(LONGEST_PAUSE) < 0 ? doubled : LONGEST_PAUSE;
            }
            isWaiting = true;
        }
    }
}
