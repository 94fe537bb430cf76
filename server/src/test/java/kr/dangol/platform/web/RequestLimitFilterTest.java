package kr.dangol.platform.web;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.servlet.FilterChain;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import kr.dangol.platform.Throttles;
import kr.dangol.platform.TooManyRequests;
import org.junit.jupiter.api.Test;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;

class RequestLimitFilterTest {

    private static final FilterChain ANSWER = (_, _) -> {};

    @Test
    void refusesTheRequestThatIsOneTooManyAndTellsHowLongToWait() throws Exception {
        var filter = new RequestLimitFilter(new RequestLimits(3, 50, 30), Throttles.inProcess());
        for (int left = 2; left >= 0; left--) {
            var response = new MockHttpServletResponse();
            filter.doFilter(get("/api/stores"), response, ANSWER);
            assertThat(response.getHeader("RateLimit-Limit")).isEqualTo("3");
            assertThat(response.getHeader("RateLimit-Remaining")).isEqualTo("" + left);
        }
        var refused = new MockHttpServletResponse();
        assertThatThrownBy(() -> filter.doFilter(get("/api/stores"), refused, ANSWER))
                .isInstanceOfSatisfying(
                        TooManyRequests.class,
                        refusal -> {
                            assertThat(refusal.status()).isEqualTo(429);
                            var wait = Integer.parseInt(refusal.headers().get("Retry-After"));
                            assertThat(wait).isBetween(1, 20);
                        });
        assertThat(refused.getHeader("RateLimit-Remaining")).isEqualTo("0");
        assertThat(Integer.parseInt(refused.getHeader("RateLimit-Reset"))).isBetween(55, 60);
    }

    @Test
    void countsEachAddressByItself() throws Exception {
        var filter = new RequestLimitFilter(new RequestLimits(1, 50, 30), Throttles.inProcess());
        filter.doFilter(get("/api/stores"), new MockHttpServletResponse(), ANSWER);
        var other = get("/api/stores");
        other.setRemoteAddr("203.0.113.7");
        filter.doFilter(other, new MockHttpServletResponse(), ANSWER);
    }

    @Test
    void isStricterWithSigningIn() throws Exception {
        var filter = new RequestLimitFilter(new RequestLimits(600, 50, 2), Throttles.inProcess());
        filter.doFilter(post("/api/auth/login"), new MockHttpServletResponse(), ANSWER);
        filter.doFilter(post("/api/auth/signup"), new MockHttpServletResponse(), ANSWER);
        assertThatThrownBy(() ->
                        filter.doFilter(
                                post("/api/auth/password-reset"),
                                new MockHttpServletResponse(),
                                ANSWER))
                .isInstanceOf(TooManyRequests.class);
        filter.doFilter(post("/api/stores"), new MockHttpServletResponse(), ANSWER);
    }

    @Test
    void leavesStaticFilesAlone() throws Exception {
        var filter = new RequestLimitFilter(new RequestLimits(1, 1, 1), Throttles.inProcess());
        for (int time = 0; time < 5; time++) {
            filter.doFilter(get("/assets/app.js"), new MockHttpServletResponse(), ANSWER);
        }
    }

    @Test
    void letsOnlySoManyInAtATime() throws Exception {
        var filter = new RequestLimitFilter(new RequestLimits(600, 2, 30), Throttles.inProcess());
        var inside = new CountDownLatch(2);
        var finish = new CountDownLatch(1);
        FilterChain slow =
                (_, _) -> {
                    inside.countDown();
                    awaitQuietly(finish);
                };
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int i = 0; i < 2; i++) {
                threads.submit(() -> {
                    filter.doFilter(get("/api/x"), new MockHttpServletResponse(), slow);
                    return null;
                });
            }
            assertThat(inside.await(10, TimeUnit.SECONDS)).isTrue();
            assertThatThrownBy(() ->
                            filter.doFilter(get("/api/x"), new MockHttpServletResponse(), ANSWER))
                    .isInstanceOf(TooManyRequests.class);
            finish.countDown();
        }
        filter.doFilter(get("/api/x"), new MockHttpServletResponse(), ANSWER);
    }

    @Test
    void aStreamKeepsItsPlaceUntilItIsComplete() throws Exception {
        var filter = new RequestLimitFilter(new RequestLimits(600, 1, 30), Throttles.inProcess());
        var stream = get("/api/stream");
        stream.setAsyncSupported(true);
        filter.doFilter(
                stream,
                new MockHttpServletResponse(),
                (request, response) -> request.startAsync(request, response));
        assertThatThrownBy(
                        () -> filter.doFilter(get("/api/x"), new MockHttpServletResponse(), ANSWER))
                .isInstanceOf(TooManyRequests.class);
        requireNonNull(stream.getAsyncContext()).complete();
        filter.doFilter(get("/api/x"), new MockHttpServletResponse(), ANSWER);
    }

    private static void awaitQuietly(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static MockHttpServletRequest get(String path) {
        return new MockHttpServletRequest("GET", path);
    }

    private static MockHttpServletRequest post(String path) {
        return new MockHttpServletRequest("POST", path);
    }
}
