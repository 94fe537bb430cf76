package kr.dangol.testing;

import com.anthropic.core.ObjectMappers;
import com.anthropic.models.messages.MessageCreateParams;
import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Claude's Messages API over real HTTP, written from its published format and strict about
/// requests: a body that the vendor's own model of the API does not accept, or that carries an
/// unknown field, is answered with 400 and remembered in [#complaints]. Answers follow a queue of
/// behaviours, then the default one.
public final class FakeClaude implements AutoCloseable {

    /// How one call is answered.
    @FunctionalInterface
    public interface Behaviour {
        void answer(Stream stream) throws IOException;
    }

    private static final JsonMapper JSON = JsonMapper.shared();

    private final LocalServer server;
    private final Queue<Behaviour> queue = new ConcurrentLinkedQueue<>();
    private final List<JsonNode> requests = new CopyOnWriteArrayList<>();
    private final List<String> complaints = new CopyOnWriteArrayList<>();
    private final AtomicInteger abandoned = new AtomicInteger();
    private final AtomicLong endedInputTokens = new AtomicLong();
    private final AtomicLong endedOutputTokens = new AtomicLong();
    private final String key;
    private volatile Behaviour otherwise;
    private volatile long lastArrivedNanos;
    private volatile long lastEndedNanos;

    /// Starts on a free port; only `key` is accepted.
    public FakeClaude(String key, Behaviour otherwise) {
        this.key = key;
        this.otherwise = otherwise;
        server = LocalServer.start("/v1/messages", this::handle);
    }

    public String baseUrl() {
        return server.baseUrl();
    }

    /// The next calls are answered so, in this order.
    public FakeClaude then(Behaviour... behaviours) {
        queue.addAll(List.of(behaviours));
        return this;
    }

    public FakeClaude otherwise(Behaviour behaviour) {
        otherwise = behaviour;
        return this;
    }

    /// Every accepted request body, oldest first.
    public List<JsonNode> requests() {
        return List.copyOf(requests);
    }

    /// What was wrong with refused requests.
    public List<String> complaints() {
        return List.copyOf(complaints);
    }

    /// How many streams the client closed before their end.
    public int abandoned() {
        return abandoned.get();
    }

    /// Input tokens, cached ones included, of all calls that reached `message_stop`.
    public long endedInputTokens() {
        return endedInputTokens.get();
    }

    public long endedOutputTokens() {
        return endedOutputTokens.get();
    }

    /// When the last call arrived, in [System#nanoTime].
    public long lastArrivedNanos() {
        return lastArrivedNanos;
    }

    /// When the last byte left of the call that reached its end last, in [System#nanoTime].
    public long lastEndedNanos() {
        return lastEndedNanos;
    }

    @Override
    public void close() {
        server.close();
    }

    private void handle(HttpExchange exchange) throws IOException {
        lastArrivedNanos = System.nanoTime();
        try (exchange) {
            var stream = new Stream(exchange);
            if (!("Bearer " + key).equals(exchange.getRequestHeaders().getFirst("Authorization"))
                    && !key.equals(exchange.getRequestHeaders().getFirst("x-api-key"))) {
                stream.fail(401, "authentication_error", Map.of());
                return;
            }
            var body = exchange.getRequestBody().readAllBytes();
            var complaint = complaintAbout(exchange, body);
            if (complaint != null) {
                complaints.add(complaint);
                stream.fail(400, "invalid_request_error", Map.of());
                return;
            }
            requests.add(JSON.readTree(body));
            var behaviour = queue.poll();
            (behaviour == null ? otherwise : behaviour).answer(stream);
        } catch (IOException e) {
            abandoned.incrementAndGet();
        }
    }

    private static @Nullable String complaintAbout(HttpExchange exchange, byte[] body) {
        if (exchange.getRequestHeaders().getFirst("anthropic-version") == null) {
            return "no anthropic-version";
        }
        try {
            var parsed = ObjectMappers.jsonMapper().readValue(body, MessageCreateParams.Body.class);
            parsed.validate();
            var unknown = new ArrayList<>(parsed._additionalProperties().keySet());
            // The SDK sends `stream` beside the body it models.
            unknown.remove("stream");
            return unknown.isEmpty() ? null : "unknown fields " + unknown;
        } catch (IOException | RuntimeException e) {
            return "invalid body: " + e.getMessage();
        }
    }

    /// One answer under way.
    public final class Stream {

        private final HttpExchange exchange;
        private OutputStream out = OutputStream.nullOutputStream();

        private Stream(HttpExchange exchange) {
            this.exchange = exchange;
        }

        public void fail(int status, String type, Map<String, String> headers) throws IOException {
            var text =
                    "{\"type\":\"error\",\"error\":{\"type\":\"%s\",\"message\":\"fake\"},\"request_id\":\"req_fake\"}"
                            .formatted(type);
            failWith(status, text, headers);
        }

        public void failWith(int status, String text, Map<String, String> headers)
                throws IOException {
            headers.forEach(exchange.getResponseHeaders()::set);
            exchange.getResponseHeaders().set("content-type", "application/json");
            exchange.getResponseHeaders().set("request-id", "req_fake");
            var bytes = text.getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(status, bytes.length);
            exchange.getResponseBody().write(bytes);
        }

        public void begin(long inputTokens, long cacheWrite, long cacheRead) throws IOException {
            exchange.getResponseHeaders().set("content-type", "text/event-stream; charset=utf-8");
            exchange.getResponseHeaders().set("request-id", "req_fake");
            exchange.sendResponseHeaders(200, 0);
            out = exchange.getResponseBody();
            event(
                    "message_start",
                    """
                    {"type":"message_start","message":{"id":"msg_fake","type":"message","role":"assistant",\
                    "model":"claude-haiku-5-5","content":[],"stop_reason":null,"stop_sequence":null,\
                    "usage":{"input_tokens":%d,"cache_creation_input_tokens":%d,"cache_read_input_tokens":%d,"output_tokens":1}}}\
                    """
                            .formatted(inputTokens, cacheWrite, cacheRead));
            event(
                    "content_block_start",
                    "{\"type\":\"content_block_start\",\"index\":0,\"content_block\":{\"type\":\"text\",\"text\":\"\"}}");
            event("ping", "{\"type\":\"ping\"}");
        }

        public void text(String piece) throws IOException {
            event(
                    "content_block_delta",
                    "{\"type\":\"content_block_delta\",\"index\":0,\"delta\":{\"type\":\"text_delta\",\"text\":%s}}"
                            .formatted(JSON.writeValueAsString(piece)));
        }

        public void end(String stopReason, long inputTokens, long outputTokens) throws IOException {
            event("content_block_stop", "{\"type\":\"content_block_stop\",\"index\":0}");
            event(
                    "message_delta",
                    "{\"type\":\"message_delta\",\"delta\":{\"stop_reason\":\"%s\",\"stop_sequence\":null},\"usage\":{\"output_tokens\":%d}}"
                            .formatted(stopReason, outputTokens));
            event("message_stop", "{\"type\":\"message_stop\"}");
            out.close();
            lastEndedNanos = System.nanoTime();
            endedInputTokens.addAndGet(inputTokens);
            endedOutputTokens.addAndGet(outputTokens);
        }

        public void event(String name, String data) throws IOException {
            out.write(
                    ("event: " + name + "\ndata: " + data + "\n\n")
                            .getBytes(StandardCharsets.UTF_8));
            out.flush();
        }

        /// Holds the line silently until the client has gone or `time` has passed.
        public void stall(Duration time) throws IOException {
            pause(time);
        }

        /// Ends the body without the closing events.
        public void breakOff() throws IOException {
            out.close();
        }
    }

    /// A whole answer at a model's pace: `text` in pieces of about a token.
    public static Behaviour saying(String text, Duration firstToken, double tokensPerSecond) {
        return stream -> {
            pause(firstToken);
            stream.begin(800, 0, 2200);
            var pieces = pieces(text);
            var start = System.nanoTime();
            for (var i = 0; i < pieces.size(); i++) {
                stream.text(pieces.get(i));
                var due = start + (long) ((i + 1) * 1e9 / tokensPerSecond);
                pause(Duration.ofNanos(due - System.nanoTime()));
            }
            stream.end("end_turn", 3000, pieces.size());
        };
    }

    /// A whole answer without any delay.
    public static Behaviour saying(String text) {
        return saying(text, Duration.ZERO, 1_000_000);
    }

    public static Behaviour failing(int status, String type) {
        return stream -> stream.fail(status, type, Map.of());
    }

    public static Behaviour failing(int status, String type, int retryAfterSeconds) {
        return stream ->
                stream.fail(status, type, Map.of("retry-after", String.valueOf(retryAfterSeconds)));
    }

    /// Pieces of about a token each: two Hangul syllables or four other characters, never half a
    /// surrogate pair.
    public static List<String> pieces(String text) {
        var pieces = new ArrayList<String>();
        var piece = new StringBuilder();
        var weight = 0;
        for (var point : text.codePoints().toArray()) {
            piece.appendCodePoint(point);
            weight += Character.UnicodeScript.of(point) == Character.UnicodeScript.HANGUL ? 2 : 1;
            if (weight >= 4) {
                pieces.add(piece.toString());
                piece.setLength(0);
                weight = 0;
            }
        }
        if (!piece.isEmpty()) {
            pieces.add(piece.toString());
        }
        return pieces;
    }

    private static void pause(Duration time) {
        if (time.isPositive()) {
            LockSupport.parkNanos(time.toNanos());
        }
    }
}
