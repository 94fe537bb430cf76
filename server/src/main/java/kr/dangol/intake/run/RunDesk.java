package kr.dangol.intake.run;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import kr.dangol.intake.source.SourceKey;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Service;

/// Starts, stops and resumes runs.
@Service
public class RunDesk {

    private final Runs runs;
    private final Steps steps;
    private final Collector collector;
    private final boolean nightly;
    private final Clock clock;

    RunDesk(
            Runs runs,
            Steps steps,
            Collector collector,
            @Value("${dangol.intake.nightly}") boolean nightly,
            Clock clock) {
        this.runs = runs;
        this.steps = steps;
        this.collector = collector;
        this.nightly = nightly;
        this.clock = clock;
    }

    public IntakeRun start(List<StepName> names, List<SourceKey> sources) {
        var id =
                runs.begin(Trigger.MANUAL, null, steps.plan(names, sources))
                        .orElseThrow(CollectionRunning::new);
        collector.nudge();
        return runs.get(id);
    }

    /// The run ends at its next checkpoint; what was stored stays.
    public IntakeRun stop(RunId id) {
        runs.requestStop(id);
        return runs.get(id);
    }

    /// Goes on with what is not done.
    public IntakeRun resume(RunId id) {
        runs.reopen(id);
        collector.nudge();
        return runs.get(id);
    }

    /// At two in the night, once a night in the whole cluster. Looks until six, so that a night in
    /// which no instance was up at two, or another run was under way, is made up for.
    @Scheduled(cron = "0 * 2-5 * * *", zone = "Asia/Seoul")
    void everyNight() {
        var night = LocalDate.now(clock);
        if (!nightly || !steps.anyConfigured() || runs.hasNight(night)) {
            return;
        }
        runs.begin(
                        Trigger.SCHEDULE,
                        night,
                        steps.plan(List.of(StepName.values()), List.of(SourceKey.values())))
                .ifPresent(_ -> collector.nudge());
    }
}
