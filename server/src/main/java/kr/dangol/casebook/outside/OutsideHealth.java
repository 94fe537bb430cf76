package kr.dangol.casebook.outside;

import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;

/// Whether a service serves us. The built-in search steps in for it, so its absence degrades
/// answers and never makes the process unready.
public final class OutsideHealth implements HealthIndicator {

    private final OutsideService service;

    public OutsideHealth(OutsideService service) {
        this.service = service;
    }

    @Override
    public Health health() {
        return service.problem()
                .map(problem -> Health.status("DEGRADED").withDetail("problem", problem).build())
                .orElseGet(() -> Health.up().build());
    }
}
