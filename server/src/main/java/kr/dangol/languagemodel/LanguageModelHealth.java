package kr.dangol.languagemodel;

import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;

/// Whether the model serves. Its absence degrades answers and never makes the process unready, so
/// the status is `DEGRADED`, which does not pull the whole down.
final class LanguageModelHealth implements HealthIndicator {

    private final BoundedLanguageModel model;

    LanguageModelHealth(BoundedLanguageModel model) {
        this.model = model;
    }

    @Override
    public Health health() {
        var health = model.isKeyRefused() ? Health.status("DEGRADED") : Health.up();
        if (model.isKeyRefused()) {
            health.withDetail("problem", "CLAUDE_API_KEY was refused");
        }
        return health.withDetail("model", model.modelId().orElse("none")).build();
    }
}
