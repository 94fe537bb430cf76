package kr.dangol.languagemodel;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.ToLongFunction;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The won that may be spent on the model in a business day. The ledger is the truth, read again
/// after a second because other instances spend too; own spending counts at once. Warns once a day
/// at 50, 80 and 95 %.
final class DailyBudget {

    private static final Logger LOG = LoggerFactory.getLogger(DailyBudget.class);
    private static final List<Integer> WARNINGS = List.of(95, 80, 50);
    private static final Duration REREAD_AFTER = Duration.ofSeconds(1);

    private final @Nullable Long limitKrw;
    private final PriceTable prices;
    private final ToLongFunction<LocalDate> spentMicroUsd;
    private final Clock clock;
    private final ReentrantLock lock = new ReentrantLock();

    private @Nullable LocalDate day;
    private Instant readAt = Instant.EPOCH;
    private long spent;
    private int warnedAt;

    /// @param spentMicroUsd what the ledger knows of a day
    DailyBudget(
            @Nullable Long limitKrw,
            PriceTable prices,
            ToLongFunction<LocalDate> spentMicroUsd,
            Clock clock) {
        this.limitKrw = limitKrw;
        this.prices = prices;
        this.spentMicroUsd = spentMicroUsd;
        this.clock = clock;
    }

    boolean isSpent() {
        if (limitKrw == null) {
            return false;
        }
        lock.lock();
        try {
            refresh();
            return prices.krw(spent) >= limitKrw;
        } finally {
            lock.unlock();
        }
    }

    void spend(long microUsd) {
        if (limitKrw == null) {
            return;
        }
        lock.lock();
        try {
            spent += microUsd;
            warn();
        } finally {
            lock.unlock();
        }
    }

    private void refresh() {
        var today = LocalDate.now(clock);
        if (!today.equals(day)) {
            day = today;
            warnedAt = 0;
            spent = 0;
            readAt = Instant.EPOCH;
        }
        if (readAt.plus(REREAD_AFTER).isBefore(clock.instant())) {
            readAt = clock.instant();
            spent = Math.max(spent, spentMicroUsd.applyAsLong(today));
            warn();
        }
    }

    private void warn() {
        if (limitKrw == null) {
            return;
        }
        var percent = prices.krw(spent) * 100 / limitKrw;
        WARNINGS.stream()
                .filter(step -> percent >= step && step > warnedAt)
                .findFirst()
                .ifPresent(step -> {
                    warnedAt = step;
                    LOG.warn("daily model budget: {} % of {} won spent", percent, limitKrw);
                });
    }
}
