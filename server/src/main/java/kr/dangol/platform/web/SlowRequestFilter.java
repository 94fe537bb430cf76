package kr.dangol.platform.web;

import static java.util.Objects.requireNonNullElse;

import io.micrometer.core.instrument.MeterRegistry;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.util.UUID;
import kr.dangol.platform.SlowRequest;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.servlet.HandlerMapping;

/// Warns of every request that took too long, once it is over. Uploads are left out: the client's
/// line sets their pace.
@Component
@Order(Ordered.HIGHEST_PRECEDENCE + 10)
class SlowRequestFilter extends OncePerRequestFilter {

    private static final Logger log = LoggerFactory.getLogger(SlowRequestFilter.class);

    private final Duration limit;
    private final TransactionTemplate transaction;
    private final ApplicationEventPublisher facts;
    private final MeterRegistry meters;
    private final Clock clock;

    SlowRequestFilter(
            @Value("${dangol.limits.slow-request}") Duration limit,
            TransactionTemplate transaction,
            ApplicationEventPublisher facts,
            MeterRegistry meters,
            Clock clock) {
        this.limit = limit;
        this.transaction = transaction;
        this.facts = facts;
        this.meters = meters;
        this.clock = clock;
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        var type = requireNonNullElse(request.getContentType(), "");
        return !request.getRequestURI().startsWith("/api/")
                || type.startsWith("multipart/")
                || type.startsWith("text/csv");
    }

    @Override
    protected void doFilterInternal(
            HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        var started = System.nanoTime();
        try {
            chain.doFilter(request, response);
        } finally {
            var took = Duration.ofNanos(System.nanoTime() - started);
            if (took.compareTo(limit) > 0) {
                tell(request, response.getStatus(), took);
            }
        }
    }

    private void tell(HttpServletRequest request, int status, Duration took) {
        var pattern = request.getAttribute(HandlerMapping.BEST_MATCHING_PATTERN_ATTRIBUTE);
        var route = pattern == null ? "unknown" : pattern.toString();
        log.warn(
                "slow request method={} route={} status={} elapsed={}ms",
                request.getMethod(),
                route,
                status,
                took.toMillis());
        meters.counter("dangol.http.slow", "route", route).increment();
        var fact =
                new SlowRequest(
                        UUID.randomUUID(),
                        clock.instant(),
                        request.getMethod(),
                        route,
                        status,
                        took.toMillis());
        try {
            transaction.executeWithoutResult(_ -> facts.publishEvent(fact));
        } catch (RuntimeException e) {
            // Nothing is slower than a database that does not answer; the warning stands in the
            // log.
            log.warn("a slow request could not be told of", e);
        }
    }
}
