package kr.dangol.intake.run;

import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import kr.dangol.intake.source.Fault;
import kr.dangol.intake.source.Interrupted;
import kr.dangol.intake.source.KeyCheck;
import kr.dangol.intake.source.SourceFault;
import kr.dangol.intake.source.SourceKey;
import kr.dangol.intake.source.SourceStates;
import kr.dangol.platform.cluster.ClusterLock;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.dao.DataAccessException;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.dao.TransientDataAccessException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.CannotCreateTransactionException;

/// Works on the run that is under way, if this instance is the one that holds the lock. A run whose
/// worker died is taken over by whoever looks next and goes on where it was.
@Component
class Collector implements SmartLifecycle {

    private static final Logger log = LoggerFactory.getLogger("kr.dangol.intake");
    private static final String LOCK = "intake-run";
    private static final Duration LOOK = Duration.ofSeconds(3);
    private static final Duration KEPT = Duration.ofDays(90);
    private static final String DEFECT = "defect";

    private final Runs runs;
    private final Refusals refusals;
    private final Steps steps;
    private final SourceStates states;
    private final KeyCheck keys;
    private final ClusterLock lock;
    private final Clock clock;
    private final Semaphore nudges = new Semaphore(0);
    private volatile @Nullable Thread worker;

    Collector(
            Runs runs,
            Refusals refusals,
            Steps steps,
            SourceStates states,
            KeyCheck keys,
            ClusterLock lock,
            Clock clock) {
        this.runs = runs;
        this.refusals = refusals;
        this.steps = steps;
        this.states = states;
        this.keys = keys;
        this.lock = lock;
        this.clock = clock;
    }

    /// There may be a run to work on.
    void nudge() {
        nudges.release();
    }

    @Override
    public void start() {
        // Known as the worker before it looks whether it is: started at once, it may be faster.
        var thread = Thread.ofPlatform().name("intake").daemon().unstarted(this::watch);
        worker = thread;
        thread.start();
    }

    /// What is under way is left as it is: another instance, or the next start, goes on with it.
    @Override
    public void stop() {
        var thread = worker;
        worker = null;
        if (thread != null) {
            thread.interrupt();
            try {
                thread.join(Duration.ofSeconds(10));
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
    }

    @Override
    public boolean isRunning() {
        return worker != null;
    }

    private void watch() {
        while (worker == Thread.currentThread()) {
            try {
                nudges.tryAcquire(LOOK.toMillis(), TimeUnit.MILLISECONDS);
                nudges.drainPermits();
                if (runs.underWay().isPresent()) {
                    lock.tryRun(LOCK, this::workOff);
                }
            } catch (InterruptedException | Interrupted e) {
                // The end of this instance, or a lost lock: the flag is cleared either way.
                Thread.interrupted();
            } catch (DataAccessException | CannotCreateTransactionException e) {
                log.warn("collection waits for the database: {}", e.getMessage());
            } catch (RuntimeException e) {
                log.error("collection stopped by a defect, going on", e);
            }
        }
    }

    private void workOff() {
        for (var run = runs.underWay(); run.isPresent(); run = runs.underWay()) {
            workOn(run.get());
        }
    }

    private void workOn(IntakeRun run) {
        runs.forgetBefore(clock.instant().minus(KEPT));
        log.info("collection run={} number={} goes", run.id(), run.number());
        try {
            for (var step : run.steps()) {
                if (step.status().isOpen()) {
                    work(run.id(), step);
                }
            }
            var ended = ending(runs.get(run.id()));
            runs.end(run.id(), ended);
            log.info("collection run={} ended status={}", run.id(), ended);
        } catch (StopRequested stop) {
            runs.end(run.id(), RunStatus.CANCELLED);
            log.info("collection run={} stopped by an operator", run.id());
        }
    }

    /// One step ends in one of its states and never keeps the others from theirs.
    private void work(RunId run, IntakeStep step) {
        if (runs.isStopRequested(run)) {
            throw new StopRequested();
        }
        var missing = steps.missing(step);
        if (!missing.isEmpty()) {
            var note = String.join(", ", missing) + " 설정이 없어서 건너뛰었어요.";
            runs.endStep(run, step.position(), StepStatus.SKIPPED, null, note);
            return;
        }
        runs.startStep(run, step.position());
        var stretch = new Stretch(run, step, runs, refusals);
        try {
            steps.work(step, stretch);
            stretch.save();
            end(run, step, StepStatus.COMPLETED, null, null, stretch.counts());
        } catch (SourceFault fault) {
            stretch.save();
            SourceKey.find(step.source()).ifPresent(source -> keys.heard(source, fault.fault()));
            var paused = fault.fault() == Fault.QUOTA_REACHED || fault.fault() == Fault.TOO_FAST;
            var status = paused ? StepStatus.PAUSED : StepStatus.FAILED;
            log.warn(
                    "collection step={} source={} {}",
                    step.name().key(),
                    step.source(),
                    fault.getMessage());
            end(
                    run,
                    step,
                    status,
                    fault.fault().key(),
                    fault.fault().message() + " (" + fault.detail() + ")",
                    stretch.counts());
        } catch (StopRequested
                | Interrupted
                | DataAccessResourceFailureException
                | TransientDataAccessException
                | CannotCreateTransactionException leftOpen) {
            throw leftOpen;
        } catch (RuntimeException defect) {
            stretch.save();
            log.error(
                    "collection step={} source={} failed",
                    step.name().key(),
                    step.source(),
                    defect);
            end(
                    run,
                    step,
                    StepStatus.FAILED,
                    DEFECT,
                    "우리 쪽 오류로 멈췄어요. 로그를 확인해 주세요.",
                    stretch.counts());
        }
    }

    private void end(
            RunId run,
            IntakeStep step,
            StepStatus status,
            @Nullable String fault,
            @Nullable String note,
            Map<String, Long> counts) {
        runs.endStep(run, step.position(), status, fault, note);
        log.info(
                "collection step={} source={} status={} {}",
                step.name().key(),
                step.source(),
                status,
                counts);
        var source = SourceKey.find(step.source());
        if (source.isEmpty()) {
            return;
        }
        if (fault != null) {
            states.failed(source.get(), fault, note == null ? "" : note);
        } else if (step.name() == StepName.FETCH) {
            states.succeeded(source.get());
            keys.good(source.get());
        }
    }

    private static RunStatus ending(IntakeRun run) {
        var trouble = run.steps().stream().filter(each -> each.status().isTrouble()).count();
        if (trouble == 0) {
            return RunStatus.COMPLETED;
        }
        var through = run.steps().stream().anyMatch(each -> each.status() == StepStatus.COMPLETED);
        return through ? RunStatus.COMPLETED_WITH_ERRORS : RunStatus.FAILED;
    }
}
