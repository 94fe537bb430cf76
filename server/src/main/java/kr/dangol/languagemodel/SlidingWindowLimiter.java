package kr.dangol.languagemodel;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.locks.ReentrantLock;
import kr.dangol.platform.AccountId;
import org.jspecify.annotations.Nullable;

/// A sliding minute in the memory of one process. The first three fifths of the calls go to whoever
/// comes first; the rest is shared evenly between the owners seen within the minute, since a single
/// busy owner would otherwise take all of it.
final class SlidingWindowLimiter implements CallLimiter {

    private static final Duration WINDOW = Duration.ofMinutes(1);
    private static final double FREE_SHARE = 0.6;

    private final int callsPerMinute;
    private final Clock clock;
    private final ReentrantLock lock = new ReentrantLock();
    private final ArrayDeque<Taken> taken = new ArrayDeque<>();
    private final Map<AccountId, Integer> byOwner = new HashMap<>();

    private record Taken(Instant at, @Nullable AccountId owner) {}

    SlidingWindowLimiter(int callsPerMinute, Clock clock) {
        this.callsPerMinute = callsPerMinute;
        this.clock = clock;
    }

    @Override
    public boolean tryTake(@Nullable AccountId owner) {
        lock.lock();
        try {
            forgetOld();
            if (taken.size() >= callsPerMinute || isShort() && hasHadItsShare(owner)) {
                return false;
            }
            taken.add(new Taken(clock.instant(), owner));
            if (owner != null) {
                byOwner.merge(owner, 1, Integer::sum);
            }
            return true;
        } finally {
            lock.unlock();
        }
    }

    private boolean isShort() {
        return taken.size() >= callsPerMinute * FREE_SHARE;
    }

    private boolean hasHadItsShare(@Nullable AccountId owner) {
        if (owner == null) {
            return false;
        }
        var had = byOwner.getOrDefault(owner, 0);
        var owners = byOwner.size() + (had == 0 ? 1 : 0);
        // An owner alone may use the whole minute.
        return had * owners >= callsPerMinute;
    }

    private void forgetOld() {
        var start = clock.instant().minus(WINDOW);
        while (!taken.isEmpty() && !taken.peek().at().isAfter(start)) {
            var owner = taken.remove().owner();
            if (owner != null) {
                byOwner.computeIfPresent(owner, (_, count) -> count == 1 ? null : count - 1);
            }
        }
    }
}
