package kr.dangol.casebook.outside;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ThreadLocalRandom;
import kr.dangol.casebook.search.SearchUnavailable;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.http.client.ClientHttpResponse;
import org.springframework.http.client.JdkClientHttpRequestFactory;
import org.springframework.web.client.ResourceAccessException;
import org.springframework.web.client.RestClient;

/// One service outside. A call has one deadline for all its tries. Tried again is only what may
/// pass: a limit of pace, a fault of the server, a broken connection. A key that is refused is said
/// in one line when it happens and stays in [#problem] until a call succeeds.
public final class OutsideService {

    private static final Logger log = LoggerFactory.getLogger(OutsideService.class);

    private static final Duration CONNECT = Duration.ofSeconds(2);
    private static final long FIRST_PAUSE_MILLIS = 100;
    private static final int MOST_DOUBLINGS = 5;

    /// A try that cannot take at least this long is not worth its connection.
    private static final Duration SHORTEST_TRY = Duration.ofMillis(20);

    private static final Set<Integer> MAY_PASS = Set.of(408, 429, 500, 502, 503, 504, 529);

    /// Money that has run out does not come back by asking again.
    private static final String NO_MONEY = "insufficient_quota";

    private final String keyVariable;
    private final Map<String, String> headers;
    private final RestClient client = RestClient.create();
    private final HttpClient connections =
            HttpClient.newBuilder()
                    .version(HttpClient.Version.HTTP_1_1)
                    .connectTimeout(CONNECT)
                    .build();
    private volatile @Nullable String problem;

    /// @param keyVariable the environment variable that holds the key, for what we say about it
    /// @param headers sent with every call
    public OutsideService(String keyVariable, Map<String, String> headers) {
        this.keyVariable = keyVariable;
        this.headers = Map.copyOf(headers);
    }

    /// What keeps the service from serving us until somebody does something about it.
    public Optional<String> problem() {
        return Optional.ofNullable(problem);
    }

    /// The answer, whether it grants or refuses what was asked for; [SearchUnavailable] when there
    /// is none within the time, or none to us.
    public Answer call(
            HttpMethod method,
            URI address,
            Map<String, String> more,
            @Nullable String json,
            Duration time) {
        var end = System.nanoTime() + time.toNanos();
        for (var tries = 0; ; tries++) {
            var tried = tryOnce(method, address, more, json, left(end));
            var answer = tried.answer();
            if (answer != null && !MAY_PASS.contains(answer.status())) {
                return granted(answer);
            }
            if (answer != null && answer.body().contains(NO_MONEY)) {
                throw blocked(keyVariable + " has no money left: " + NO_MONEY);
            }
            pause(tried.pause(tries), left(end), address, tried.reason());
        }
    }

    private record Try(@Nullable Answer answer, @Nullable Duration retryAfter, String reason) {

        /// What the service asks for; otherwise doubling, with a half left to chance so that many
        /// callers do not come back at once.
        Duration pause(int tries) {
            if (retryAfter != null) {
                return retryAfter;
            }
            var longest = FIRST_PAUSE_MILLIS << Math.min(tries, MOST_DOUBLINGS);
            return Duration.ofMillis(
                    longest / 2 + ThreadLocalRandom.current().nextLong(longest / 2));
        }
    }

    private Try tryOnce(
            HttpMethod method,
            URI address,
            Map<String, String> more,
            @Nullable String json,
            Duration time) {
        var factory = new JdkClientHttpRequestFactory(connections);
        factory.setReadTimeout(time);
        try {
            var request =
                    client.mutate()
                            .requestFactory(factory)
                            .build()
                            .method(method)
                            .uri(address)
                            .headers(all -> {
                                headers.forEach(all::set);
                                more.forEach(all::set);
                            });
            if (json != null) {
                request.contentType(MediaType.APPLICATION_JSON)
                        .body(json.getBytes(StandardCharsets.UTF_8));
            }
            return request.exchangeForRequiredValue((sent, response) -> read(response));
        } catch (ResourceAccessException broken) {
            var cause = broken.getMostSpecificCause();
            return new Try(null, null, cause.getClass().getSimpleName() + " " + cause.getMessage());
        }
    }

    private static Try read(ClientHttpResponse response) throws IOException {
        var body = new String(response.getBody().readAllBytes(), StandardCharsets.UTF_8);
        var answer = new Answer(response.getStatusCode().value(), body);
        return new Try(answer, retryAfter(response.getHeaders()), answer.excerpt());
    }

    private static @Nullable Duration retryAfter(HttpHeaders headers) {
        var seconds = headers.getFirst(HttpHeaders.RETRY_AFTER);
        return seconds != null && seconds.strip().matches("\\d{1,6}")
                ? Duration.ofSeconds(Long.parseLong(seconds.strip()))
                : null;
    }

    private Answer granted(Answer answer) {
        if (answer.status() == 401 || answer.status() == 403) {
            throw blocked(keyVariable + " was refused (" + answer.status() + ")");
        }
        if (answer.isOk() && problem != null) {
            log.info("{} is accepted again", keyVariable);
            problem = null;
        }
        return answer;
    }

    private SearchUnavailable blocked(String reason) {
        if (!reason.equals(problem)) {
            log.warn("{}; the built-in search serves meanwhile", reason);
            problem = reason;
        }
        return new SearchUnavailable(reason);
    }

    private static Duration left(long end) {
        var left = Duration.ofNanos(end - System.nanoTime());
        return left.compareTo(SHORTEST_TRY) > 0 ? left : SHORTEST_TRY;
    }

    private static void pause(Duration pause, Duration left, URI address, String reason) {
        if (pause.plus(SHORTEST_TRY).compareTo(left) >= 0) {
            throw new SearchUnavailable(address.getHost() + ": " + reason);
        }
        try {
            Thread.sleep(pause);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new SearchUnavailable("nobody waits any more", e);
        }
    }
}
