package kr.dangol.intake.source;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/// Asks each configured source once at start whether its key is good. A wrong one gives one line
/// and a degraded health; everything else goes on.
@Component("collectionHealthIndicator")
public class KeyCheck implements HealthIndicator {

    private static final Logger log = LoggerFactory.getLogger("kr.dangol.intake");

    private final List<Source> sources;
    private final Map<SourceKey, Fault> refused = new ConcurrentHashMap<>();

    KeyCheck(List<Source> sources) {
        this.sources = sources;
    }

    @EventListener(ApplicationReadyEvent.class)
    void atStart() {
        Thread.ofVirtual().name("intake-keys").start(this::check);
    }

    void check() {
        for (var source : sources) {
            if (source.missing().isEmpty()) {
                check(source);
            }
        }
    }

    private void check(Source source) {
        try {
            source.probe();
            refused.remove(source.key());
        } catch (SourceFault fault) {
            if (isAboutTheKey(fault.fault())) {
                refused.put(source.key(), fault.fault());
                log.warn(
                        "the key of {} was refused ({}), it is left out until that is mended",
                        source.key().key(),
                        fault.detail());
            }
        } catch (RuntimeException failed) {
            log.warn(
                    "could not ask {} whether its key is good: {}",
                    source.key().key(),
                    failed.getClass().getSimpleName());
        }
    }

    private static boolean isAboutTheKey(Fault fault) {
        return fault == Fault.KEY_REFUSED || fault == Fault.NOT_ALLOWED;
    }

    /// What a run found out.
    public void heard(SourceKey source, Fault fault) {
        if (isAboutTheKey(fault)) {
            refused.put(source, fault);
        }
    }

    public void good(SourceKey source) {
        refused.remove(source);
    }

    @Override
    public Health health() {
        var health = refused.isEmpty() ? Health.up() : Health.status("DEGRADED");
        new TreeMap<>(refused)
                .forEach((source, fault) -> health.withDetail(source.key(), fault.key()));
        return health.build();
    }
}
