package kr.dangol.platform.web;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.concurrent.ThreadLocalRandom;
import java.util.regex.Pattern;
import kr.dangol.platform.Problems;
import org.apache.tomcat.util.http.InvalidParameterException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.MDC;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.CannotCreateTransactionException;
import org.springframework.web.filter.OncePerRequestFilter;

/// The outermost filter: gives each request its trace id, and turns whatever the filters throw into
/// a problem.
@Component
@Order(Ordered.HIGHEST_PRECEDENCE)
class Edge extends OncePerRequestFilter {

    private static final Logger log = LoggerFactory.getLogger(Edge.class);
    private static final Pattern TRACE_PARENT =
            Pattern.compile("[0-9a-f]{2}-([0-9a-f]{32})-[0-9a-f]{16}-[0-9a-f]{2}");

    private final Problems problems;

    Edge(Problems problems) {
        this.problems = problems;
    }

    @Override
    protected void doFilterInternal(
            HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        MDC.put("traceId", traceId(request));
        try {
            if (!hasCleanParameters(request)) {
                problems.write(problems.of(400, request), response);
                return;
            }
            chain.doFilter(request, response);
        } catch (InvalidParameterException e) {
            problems.write(problems.of(e.getErrorCode(), request), response);
        } catch (Exception e) {
            fail(e, request, response);
        } finally {
            MDC.remove("traceId");
        }
    }

    private void fail(Exception e, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        var refusal = Refusals.within(e);
        if (refusal.isPresent()) {
            problems.write(refusal.get(), request, response);
            return;
        }
        if (response.isCommitted()) {
            log.debug("Answer broken off: {} {}", request.getMethod(), request.getRequestURI(), e);
            return;
        }
        if (isDatabaseAway(e)) {
            problems.write(problems.of(503, request), response);
            return;
        }
        log.error("{} {} failed", request.getMethod(), request.getRequestURI(), e);
        problems.write(problems.of(500, request), response);
    }

    private static boolean isDatabaseAway(Throwable failure) {
        for (var cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof DataAccessResourceFailureException
                    || cause instanceof CannotCreateTransactionException) {
                return true;
            }
        }
        return false;
    }

    /// Looks at the query only: a form in a body is nothing we take.
    private static boolean hasCleanParameters(HttpServletRequest request) {
        var query = request.getQueryString();
        if (query == null) {
            return true;
        }
        return Queries.decoded(query)
                .filter(text -> Characters.areAllowed(text, false))
                .isPresent();
    }

    /// The caller's own trace id (W3C Trace Context) where it sends one.
    private static String traceId(HttpServletRequest request) {
        var parent = request.getHeader("traceparent");
        if (parent != null) {
            var matcher = TRACE_PARENT.matcher(parent);
            if (matcher.matches()) {
                return matcher.group(1);
            }
        }
        var random = ThreadLocalRandom.current();
        return "%016x%016x".formatted(random.nextLong(), random.nextLong());
    }
}
