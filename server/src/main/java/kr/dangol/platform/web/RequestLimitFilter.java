package kr.dangol.platform.web;

import jakarta.servlet.AsyncEvent;
import jakarta.servlet.AsyncListener;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;
import kr.dangol.platform.Throttle;
import kr.dangol.platform.Throttle.Allowance;
import kr.dangol.platform.Throttles;
import kr.dangol.platform.TooManyRequests;
import kr.dangol.platform.security.SignedIn;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.core.annotation.Order;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/// Keeps one client from flooding us: so many requests a minute, over all processes, and so many at
/// a time in each. Signing in is stricter, per address, because passwords can be guessed.
@Component
@Order(FilterOrder.RATE_LIMIT)
@EnableConfigurationProperties(RequestLimits.class)
class RequestLimitFilter extends OncePerRequestFilter {

    private final RequestLimits limits;
    private final Throttle requests;
    private final Throttle signIns;
    private final ConcurrentHashMap<String, Integer> inFlight = new ConcurrentHashMap<>();

    RequestLimitFilter(RequestLimits limits, Throttles throttles) {
        this.limits = limits;
        this.requests = throttles.of("requests", limits.requestsPerMinute(), Duration.ofMinutes(1));
        this.signIns = throttles.of("sign-ins", limits.signInsPerMinute(), Duration.ofMinutes(1));
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return !request.getRequestURI().startsWith("/api/");
    }

    @Override
    protected void doFilterInternal(
            HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        if (isSignIn(request)) {
            require(signIns.take(request.getRemoteAddr()), response);
        }
        var client = client(request);
        require(requests.take(client), response);
        enter(client);
        var leave = new Leave(client);
        try {
            chain.doFilter(request, response);
        } finally {
            if (request.isAsyncStarted()) {
                request.getAsyncContext().addListener(leave);
            } else {
                leave.now();
            }
        }
    }

    private static void require(Allowance allowance, HttpServletResponse response) {
        response.setHeader("RateLimit-Limit", Long.toString(allowance.limit()));
        response.setHeader("RateLimit-Remaining", Long.toString(allowance.remaining()));
        response.setHeader("RateLimit-Reset", Long.toString(allowance.untilFull().toSeconds()));
        if (!allowance.granted()) {
            throw new TooManyRequests(allowance.untilNext());
        }
    }

    private void enter(String client) {
        inFlight.compute(
                client,
                (_, now) -> {
                    var others = now == null ? 0 : now;
                    if (others >= limits.inFlight()) {
                        throw new TooManyRequests(Duration.ofSeconds(1));
                    }
                    return others + 1;
                });
    }

    private static boolean isSignIn(HttpServletRequest request) {
        return request.getMethod().equals("POST")
                && request.getRequestURI().startsWith("/api/auth/")
                && !request.getRequestURI().equals("/api/auth/logout");
    }

    private static String client(HttpServletRequest request) {
        return SecurityContextHolder.getContext().getAuthentication() instanceof SignedIn signedIn
                ? signedIn.getName()
                : request.getRemoteAddr();
    }

    /// Frees the client's place when its answer is complete, once.
    private final class Leave implements AsyncListener {

        private final String client;
        private final AtomicBoolean left = new AtomicBoolean();

        Leave(String client) {
            this.client = client;
        }

        void now() {
            if (left.compareAndSet(false, true)) {
                inFlight.computeIfPresent(client, (_, now) -> now == 1 ? null : now - 1);
            }
        }

        @Override
        public void onComplete(AsyncEvent event) {
            now();
        }

        @Override
        public void onTimeout(AsyncEvent event) {
            // Completion follows.
        }

        @Override
        public void onError(AsyncEvent event) {
            now();
        }

        @Override
        public void onStartAsync(AsyncEvent event) {
            event.getAsyncContext().addListener(this);
        }
    }
}
