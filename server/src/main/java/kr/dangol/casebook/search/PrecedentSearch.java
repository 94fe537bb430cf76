package kr.dangol.casebook.search;

import io.github.resilience4j.circuitbreaker.CallNotPermittedException;
import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import io.github.resilience4j.circuitbreaker.CircuitBreakerConfig;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Finds precedents with the embedder and index that were configured, and with the built-in ones as
/// long as those cannot serve: not filled yet, down, late, or refusing our key.
public final class PrecedentSearch {

    private static final Logger log = LoggerFactory.getLogger(PrecedentSearch.class);

    /// Of the 1.5 seconds that plans wait for a search; the rest is enough for the built-in one.
    private static final Duration TIME = Duration.ofMillis(1_000);

    /// Half of the last ten searches failed: do without for fifteen seconds, then try two.
    private static final CircuitBreakerConfig BREAKER =
            CircuitBreakerConfig.custom()
                    .slidingWindowSize(10)
                    .minimumNumberOfCalls(6)
                    .failureRateThreshold(50)
                    .waitDurationInOpenState(Duration.ofSeconds(15))
                    .permittedNumberOfCallsInHalfOpenState(2)
                    .build();

    private final Finder builtIn;
    private final Optional<Finder> chosen;
    private final CircuitBreaker breaker = CircuitBreaker.of("casebook.search", BREAKER);

    public PrecedentSearch(Finder builtIn, Optional<Finder> chosen) {
        this.builtIn = builtIn;
        this.chosen = chosen;
    }

    /// The nearest precedents inside the filter, best first; as many as asked for whenever that
    /// many exist.
    public List<Hit> search(PrecedentText text, PrecedentFilter filter, int limit) {
        return chosen.flatMap(finder -> tryOut(finder, text, filter, limit))
                .or(() -> builtIn.search(text, filter, limit, TIME))
                .orElse(List.of());
    }

    /// The same with the built-in embedder and index only, which ask nobody and take milliseconds.
    public List<Hit> searchBuiltIn(PrecedentText text, PrecedentFilter filter, int limit) {
        return builtIn.search(text, filter, limit, TIME).orElse(List.of());
    }

    private Optional<List<Hit>> tryOut(
            Finder finder, PrecedentText text, PrecedentFilter filter, int limit) {
        try {
            return breaker.executeSupplier(() -> finder.search(text, filter, limit, TIME));
        } catch (CallNotPermittedException resting) {
            return Optional.empty();
        } catch (RuntimeException failed) {
            log.warn("built-in search steps in reason={}", failed.getMessage());
            return Optional.empty();
        }
    }

    /// The finder that serves, or will when its index is filled.
    public Finder main() {
        return chosen.orElse(builtIn);
    }

    /// The finder that serves now, if nothing fails.
    public Finder serving() {
        return chosen.filter(Finder::isServing).orElse(builtIn);
    }

    public List<Finder> finders() {
        return chosen.map(finder -> List.of(builtIn, finder)).orElse(List.of(builtIn));
    }
}
