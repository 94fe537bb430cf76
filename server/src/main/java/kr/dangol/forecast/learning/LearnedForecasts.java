package kr.dangol.forecast.learning;

import jakarta.annotation.PostConstruct;
import jakarta.annotation.PreDestroy;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import kr.dangol.casebook.Casebook;
import kr.dangol.casebook.CasebookChanged;
import kr.dangol.casebook.PrecedentId;
import kr.dangol.event.EventTraits;
import kr.dangol.event.Prediction;
import kr.dangol.event.Predictor;
import kr.dangol.forecast.Forecast;
import kr.dangol.forecast.Forecaster;
import kr.dangol.forecast.Ground;
import kr.dangol.forecast.Grounding;
import kr.dangol.platform.AccountId;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Service;

/// Forecasts from what the case book has taught so far. Two threads of its own: one follows the
/// book and learns each change at once, the other refits everything in the background, at most once
/// at a time. Platform threads, because a fit computes for seconds and would hold a carrier of the
/// virtual ones.
@Service
class LearnedForecasts implements Forecaster, Predictor, Grounding {

    private static final Logger LOG = LoggerFactory.getLogger(LearnedForecasts.class);
    private static final int RESTS = 3;
    private static final Duration FIRST_LOOK = Duration.ofSeconds(10);

    private final Casebook casebook;
    private final Learner learner = new Learner();
    private final ExecutorService following = thread("forecast-follow");
    private final ScheduledExecutorService fitting = thread("forecast-fit");
    private final AtomicBoolean fitWanted = new AtomicBoolean();
    private final CountDownLatch firstLook = new CountDownLatch(1);
    private volatile long restUntil = System.nanoTime();
    private long sequence;

    LearnedForecasts(Casebook casebook) {
        this.casebook = casebook;
    }

    private static ScheduledExecutorService thread(String name) {
        return Executors.newSingleThreadScheduledExecutor(
                Thread.ofPlatform().name(name).daemon().factory());
    }

    @PostConstruct
    void start() {
        following.execute(this::follow);
    }

    @PreDestroy
    void stop() {
        following.shutdownNow();
        fitting.shutdownNow();
    }

    @EventListener
    void on(CasebookChanged change) {
        following.execute(this::follow);
    }

    /// Reads on from where it stopped; runs on one thread only.
    private void follow() {
        try {
            sequence = casebook.changesSince(sequence, learner::note);
            if (learner.learn()) {
                wantFit();
            } else {
                firstLook.countDown();
            }
        } catch (RuntimeException failed) {
            LOG.warn(
                    "forecasts could not follow the case book, will try at its next change",
                    failed);
            firstLook.countDown();
        }
    }

    /// While an import runs a fit is always wanted. Fits rest three times as long as they took, so
    /// that they leave the import most of the processor.
    private void wantFit() {
        if (fitWanted.compareAndSet(false, true)) {
            fitting.execute(this::fit);
        }
    }

    private void fit() {
        var rest = restUntil - System.nanoTime();
        if (rest > 0) {
            fitting.schedule(this::fit, rest, TimeUnit.NANOSECONDS);
            return;
        }
        fitWanted.set(false);
        var started = System.nanoTime();
        try {
            if (firstLook.getCount() > 0) {
                learner.glance();
                firstLook.countDown();
            }
            var fitted = learner.fit();
            LOG.info(
                    "forecasts fitted version={} elapsed={}ms",
                    fitted.version(),
                    TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - started));
        } catch (RuntimeException failed) {
            LOG.error("forecasts keep their old model, because a fit failed", failed);
        } finally {
            firstLook.countDown();
            var ended = System.nanoTime();
            restUntil = ended + RESTS * (ended - started);
        }
    }

    /// The newest model. Waits for a first glance at the book after a start, then never again.
    private Experience experience() {
        try {
            if (firstLook.getCount() > 0
                    && !firstLook.await(FIRST_LOOK.toMillis(), TimeUnit.MILLISECONDS)) {
                LOG.warn("first look at the case book takes longer than {}", FIRST_LOOK);
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
        return learner.experience();
    }

    @Override
    public Forecast forecast(EventTraits traits) {
        return experience().forecast(traits);
    }

    @Override
    public List<Ground> grounds(EventTraits traits, AccountId asking) {
        return new Weighing(experience(), learner.alike(traits), traits).grounds(asking, casebook);
    }

    /// Whether forecasts rest on this outcome by now.
    boolean know(PrecedentId id, int participants, int roi) {
        return learner.knows(id, participants, roi);
    }

    @Override
    public Prediction predict(EventTraits traits) {
        var forecast = forecast(traits);
        return new Prediction(
                forecast.participants().expected(),
                forecast.participants().low(),
                forecast.participants().high(),
                forecast.roi().expected(),
                forecast.roi().low(),
                forecast.roi().high(),
                forecast.cases(),
                forecast.basis(),
                forecast.modelVersion());
    }
}
