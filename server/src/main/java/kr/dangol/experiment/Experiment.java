package kr.dangol.experiment;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// A comparison of writers. The first of the arms is the control, the others are compared with it.
record Experiment(
        ExperimentId id,
        String name,
        String hypothesis,
        Measure measure,
        Duration window,
        Status status,
        @Nullable String promotedArm,
        Instant createdAt,
        @Nullable Instant startedAt,
        @Nullable Instant endedAt,
        List<Option> arms) {

    enum Status {
        DRAFT,
        RUNNING,
        STOPPED,
        PROMOTED;

        String key() {
            return name().toLowerCase(Locale.ROOT);
        }

        static Status of(String key) {
            return valueOf(key.toUpperCase(Locale.ROOT));
        }
    }

    /// One of the writers that are compared, under a letter.
    record Option(String key, Writer writer) {}

    Experiment {
        arms = List.copyOf(arms);
    }

    Option arm(String key) {
        return arms.stream().filter(each -> each.key().equals(key)).findFirst().orElseThrow();
    }

    boolean hasArm(@Nullable String key) {
        return arms.stream().anyMatch(each -> each.key().equals(key));
    }

    Option control() {
        return arms.getFirst();
    }

    List<Option> challengers() {
        return arms.subList(1, arms.size());
    }
}
