package kr.dangol.intake.run;

import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import kr.dangol.intake.source.Interrupted;
import kr.dangol.intake.source.Work;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// One stretch of work on a step: from a start or resume to its end, a stop or a kill.
final class Stretch implements Work {

    private static final Logger log = LoggerFactory.getLogger("kr.dangol.intake");
    private static final Duration SAVE = Duration.ofMillis(500);
    private static final Duration SAY = Duration.ofSeconds(30);

    private final RunId run;
    private final IntakeStep step;
    private final Runs runs;
    private final Refusals refusals;
    private final Map<String, Long> counts;
    private long done;
    private @Nullable Long total;
    private long savedNanos;
    private long saidNanos = System.nanoTime();

    Stretch(RunId run, IntakeStep step, Runs runs, Refusals refusals) {
        this.run = run;
        this.step = step;
        this.runs = runs;
        this.refusals = refusals;
        this.counts = new TreeMap<>(step.counts());
        this.done = step.done();
        this.total = step.total();
    }

    @Override
    public UUID run() {
        return run.value();
    }

    @Override
    public void count(String name, long amount) {
        counts.merge(name, amount, Long::sum);
    }

    @Override
    public void total(long total) {
        this.total = total;
    }

    @Override
    public void done(long amount) {
        done += amount;
    }

    @Override
    public void refuse(String reason, String subject, long amount) {
        count("refused", amount);
        refusals.add(run, step.name(), step.source(), reason, subject, amount);
    }

    @Override
    public void checkpoint() {
        if (Thread.currentThread().isInterrupted()) {
            throw new Interrupted();
        }
        var now = System.nanoTime();
        if (now - savedNanos < SAVE.toNanos()) {
            return;
        }
        savedNanos = now;
        save();
        if (now - saidNanos > SAY.toNanos()) {
            saidNanos = now;
            log.info(
                    "collecting step={} source={} done={} of={} {}",
                    step.name().key(),
                    step.source(),
                    done,
                    total,
                    counts);
        }
        if (runs.isStopRequested(run)) {
            throw new StopRequested();
        }
    }

    void save() {
        runs.saveProgress(run, step.position(), counts, done, total);
    }

    Map<String, Long> counts() {
        return counts;
    }
}
