package kr.dangol.platform.outside;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpTimeoutException;
import java.time.Duration;
import java.util.Map;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.client.ClientHttpResponse;
import org.springframework.http.client.JdkClientHttpRequestFactory;
import org.springframework.web.client.ResourceAccessException;
import org.springframework.web.client.RestClient;

/// A client for one service. Addresses are sent exactly as given: keys arrive encoded once.
public final class OutsideClient {

    private static final String USER_AGENT = "Dangol/1 (event planning for small shops)";
    private static final Duration CONNECT = Duration.ofSeconds(5);
    private static final Duration NEARLY = Duration.ofMillis(100);
    private static final int CHUNK = 16 * 1024;

    private final RestClient rest;
    private final Duration timeout;
    private final int largest;

    /// @param timeout for the whole answer, its last byte included
    /// @param largest in bytes; a longer answer is not read
    public OutsideClient(Duration timeout, int largest) {
        this.timeout = timeout;
        this.largest = largest;
        var http =
                HttpClient.newBuilder()
                        .version(HttpClient.Version.HTTP_1_1)
                        .connectTimeout(CONNECT)
                        .followRedirects(HttpClient.Redirect.NEVER)
                        .build();
        var factory = new JdkClientHttpRequestFactory(http);
        factory.setReadTimeout(timeout);
        rest =
                RestClient.builder()
                        .requestFactory(factory)
                        .defaultHeader(HttpHeaders.USER_AGENT, USER_AGENT)
                        .build();
    }

    public OutsideAnswer get(URI address, Map<String, String> headers) {
        return ask(rest.get().uri(address).headers(all -> headers.forEach(all::set)));
    }

    public OutsideAnswer post(URI address, Map<String, String> headers, String json) {
        return ask(
                rest.post()
                        .uri(address)
                        .headers(all -> headers.forEach(all::set))
                        .contentType(MediaType.APPLICATION_JSON)
                        .body(json));
    }

    private OutsideAnswer ask(RestClient.RequestHeadersSpec<?> request) {
        var deadline = System.nanoTime() + timeout.toNanos();
        try {
            return request.exchange((sent, answer) -> read(answer, deadline));
        } catch (ResourceAccessException e) {
            throw fault(e.getCause() == null ? e : e.getCause());
        }
    }

    private OutsideAnswer read(ClientHttpResponse answer, long deadline) throws IOException {
        var headers = HttpHeaders.copyOf(answer.getHeaders());
        var status = answer.getStatusCode().value();
        if (headers.getContentLength() > largest) {
            throw tooLarge();
        }
        try (var body = answer.getBody()) {
            return new OutsideAnswer(status, headers, bounded(body, deadline));
        } catch (IOException e) {
            // The request's own timeout closes the body in the middle of reading.
            var isLate = System.nanoTime() > deadline - NEARLY.toNanos();
            throw fault(e, isLate ? OutsideFault.Kind.TIMED_OUT : OutsideFault.Kind.CUT_OFF);
        }
    }

    private byte[] bounded(InputStream body, long deadline) throws IOException {
        var bytes = new ByteArrayOutputStream();
        var chunk = new byte[CHUNK];
        for (var read = body.read(chunk); read >= 0; read = body.read(chunk)) {
            bytes.write(chunk, 0, read);
            if (bytes.size() > largest) {
                throw tooLarge();
            }
            if (System.nanoTime() > deadline) {
                throw new OutsideFault(OutsideFault.Kind.TIMED_OUT, "after " + timeout);
            }
        }
        return bytes.toByteArray();
    }

    private OutsideFault tooLarge() {
        return new OutsideFault(
                OutsideFault.Kind.TOO_LARGE, "more than " + largest / 1024 + " KiB");
    }

    private OutsideFault fault(Throwable cause) {
        if (cause instanceof ConnectException) {
            return new OutsideFault(OutsideFault.Kind.UNREACHABLE, "no connection");
        }
        return fault(cause, OutsideFault.Kind.UNREACHABLE);
    }

    private OutsideFault fault(Throwable cause, OutsideFault.Kind otherwise) {
        if (cause instanceof OutsideFault known) {
            return known;
        }
        if (Thread.currentThread().isInterrupted() || cause instanceof InterruptedException) {
            return new OutsideFault(OutsideFault.Kind.INTERRUPTED, "interrupted");
        }
        if (cause instanceof HttpTimeoutException || cause instanceof InterruptedIOException) {
            return new OutsideFault(OutsideFault.Kind.TIMED_OUT, "after " + timeout);
        }
        return new OutsideFault(otherwise, cause.getClass().getSimpleName());
    }
}
