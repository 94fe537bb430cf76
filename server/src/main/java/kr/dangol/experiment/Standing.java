package kr.dangol.experiment;

import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import kr.dangol.platform.cluster.Broadcast;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// What serves now, in memory: asked with every recommendation, changed a few times a month. A
/// change is told to all instances.
@Component
class Standing {

    private static final String TOPIC = "experiment";

    private final PromptVersions prompts;
    private final ExperimentRecords experiments;
    private final Broadcast broadcast;
    private final AtomicReference<@Nullable Now> known = new AtomicReference<>();

    Standing(PromptVersions prompts, ExperimentRecords experiments, Broadcast broadcast) {
        this.prompts = prompts;
        this.experiments = experiments;
        this.broadcast = broadcast;
        broadcast.listen(
                TOPIC,
                new Broadcast.Listener() {
                    @Override
                    public void on(String message) {
                        forget();
                    }

                    @Override
                    public void mayHaveMissedSome() {
                        forget();
                    }
                });
    }

    /// The writer for everybody, and the experiment that makes exceptions.
    record Now(Writer writer, Optional<Experiment> running) {}

    Now now() {
        var now = known.get();
        if (now == null) {
            prompts.registerShipped();
            now = read();
            known.set(now);
        }
        return now;
    }

    private Now read() {
        var promoted = experiments.promoted();
        var writer =
                promoted.kind() == Writer.Kind.PLANNER
                        ? Writer.PLANNER
                        : Writer.model(prompts.active().version(), promoted.model());
        return new Now(writer, experiments.running());
    }

    /// Called when a change has been committed.
    void renew() {
        forget();
        broadcast.send(TOPIC, "changed");
    }

    private void forget() {
        known.set(null);
    }
}
