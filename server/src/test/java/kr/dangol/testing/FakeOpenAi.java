package kr.dangol.testing;

import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import kr.dangol.casebook.korean.KoreanEmbedder;
import kr.dangol.casebook.korean.KoreanWords;
import kr.dangol.casebook.search.PrecedentText;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.JsonNodeType;

/// The embeddings endpoint of OpenAI over real HTTP, as its published description has it: closed
/// request schema, limits, base64, and its way to say no. Texts that are alike get vectors that are
/// near, by our own embedder.
public final class FakeOpenAi implements AutoCloseable {

    private static final JsonMapper JSON = JsonMapper.shared();
    private static final Set<String> FIELDS =
            Set.of("input", "model", "encoding_format", "dimensions", "user");
    private static final int NATIVE = 3_072;

    private final LocalServer server;
    private final KoreanEmbedder embedder = new KoreanEmbedder(new KoreanWords());
    private final String key;
    private final List<String> complaints = new CopyOnWriteArrayList<>();
    private final AtomicInteger calls = new AtomicInteger();
    private final AtomicLong tokens = new AtomicLong();
    private volatile Faults faults = Faults.none();
    private volatile @Nullable String poison;
    private volatile boolean isOutOfMoney;
    private volatile int largestBatch;

    /// Starts on a free port; only `key` is accepted.
    public FakeOpenAi(String key) {
        this.key = key;
        server = LocalServer.start("/", this::handle);
    }

    public String baseUrl() {
        return server.baseUrl();
    }

    public FakeOpenAi with(Faults some) {
        faults = some;
        return this;
    }

    /// A text that contains this is refused as invalid.
    public void refuse(@Nullable String part) {
        poison = part;
    }

    public void runOutOfMoney(boolean out) {
        isOutOfMoney = out;
    }

    /// Every call that came in, whatever became of it.
    public int calls() {
        return calls.get();
    }

    public long tokens() {
        return tokens.get();
    }

    public int largestBatch() {
        return largestBatch;
    }

    /// What was wrong with calls that the real service would not have accepted.
    public List<String> complaints() {
        return List.copyOf(complaints);
    }

    @Override
    public void close() {
        server.close();
    }

    private void handle(HttpExchange exchange) throws IOException {
        try (exchange) {
            calls.incrementAndGet();
            var body = exchange.getRequestBody().readAllBytes();
            if (faults.strikeBefore(exchange)) {
                return;
            }
            if (!exchange.getRequestURI().toString().equals("/v1/embeddings")) {
                complain(exchange, 404, "no such path " + exchange.getRequestURI());
                return;
            }
            if (!("Bearer " + key).equals(exchange.getRequestHeaders().getFirst("Authorization"))) {
                fail(exchange, 401, "invalid_api_key", "Incorrect API key provided");
                return;
            }
            if (isOutOfMoney) {
                fail(exchange, 429, "insufficient_quota", "You exceeded your current quota");
                return;
            }
            var request = JSON.readTree(body);
            var complaint = complaintAbout(exchange, request);
            if (complaint != null) {
                complain(exchange, 400, complaint);
                return;
            }
            answer(exchange, request);
        }
    }

    private @Nullable String complaintAbout(HttpExchange exchange, JsonNode request) {
        var type = exchange.getRequestHeaders().getFirst("Content-Type");
        if (!exchange.getRequestMethod().equals("POST")
                || type == null
                || !type.startsWith("application/json")) {
            return "not a POST of JSON: " + type;
        }
        var unknown = new ArrayList<String>(request.propertyNames());
        unknown.removeAll(FIELDS);
        if (!unknown.isEmpty()) {
            return "Unrecognized request arguments " + unknown;
        }
        if (!request.path("model").asString("").equals("text-embedding-3-large")) {
            return "no such model";
        }
        var dimensions = request.path("dimensions").asInt(NATIVE);
        if (dimensions < 1 || dimensions > NATIVE) {
            return "dimensions " + dimensions;
        }
        return complaintAbout(request.path("input"));
    }

    private static @Nullable String complaintAbout(JsonNode input) {
        if (input.getNodeType() != JsonNodeType.ARRAY || input.isEmpty() || input.size() > 2_048) {
            return "input of " + input.size();
        }
        var all = 0L;
        for (var text : input) {
            if (!text.isString() || text.asString().isEmpty()) {
                return "an input that is no text";
            }
            var tokens = tokens(text.asString());
            if (tokens > 8_192) {
                return "maximum context length is 8192 tokens";
            }
            all += tokens;
        }
        return all > 300_000 ? "max 300000 tokens per request" : null;
    }

    /// As the vendor's tokenizer would have it about for Korean.
    private static long tokens(String text) {
        return Math.max(1, text.length() * 4L / 5);
    }

    private void answer(HttpExchange exchange, JsonNode request) throws IOException {
        var dimensions = request.path("dimensions").asInt(NATIVE);
        var isBase64 = request.path("encoding_format").asString("float").equals("base64");
        var refused = poison;
        var data = new ArrayList<Object>();
        var counted = 0L;
        for (var text : request.path("input")) {
            if (refused != null && text.asString().contains(refused)) {
                fail(exchange, 400, "invalid_request_error", "'$.input' is invalid");
                return;
            }
            counted += tokens(text.asString());
            var vector = vector(text.asString(), dimensions);
            data.add(
                    Map.of(
                            "object",
                            "embedding",
                            "index",
                            data.size(),
                            "embedding",
                            isBase64 ? base64(vector) : vector));
        }
        largestBatch = Math.max(largestBatch, data.size());
        tokens.addAndGet(counted);
        if (faults.strikeAfter(exchange)) {
            return;
        }
        send(
                exchange,
                200,
                Map.of(
                        "object",
                        "list",
                        // Nobody promises their order.
                        "data",
                        data.reversed(),
                        "model",
                        "text-embedding-3-large",
                        "usage",
                        Map.of("prompt_tokens", counted, "total_tokens", counted)));
    }

    private float[] vector(String text, int dimensions) {
        var near = embedder.embed(List.of(PrecedentText.ofWords(text))).getFirst().toArray();
        var vector = new float[dimensions];
        for (var i = 0; i < near.length; i++) {
            vector[i % dimensions] += near[i];
        }
        var length = 0.0;
        for (var each : vector) {
            length += each * each;
        }
        for (var i = 0; i < dimensions; i++) {
            vector[i] = (float) (vector[i] / Math.sqrt(length));
        }
        return vector;
    }

    private static String base64(float[] vector) {
        var bytes = ByteBuffer.allocate(vector.length * 4).order(ByteOrder.LITTLE_ENDIAN);
        for (var each : vector) {
            bytes.putFloat(each);
        }
        return Base64.getEncoder().encodeToString(bytes.array());
    }

    private void complain(HttpExchange exchange, int status, String complaint) throws IOException {
        complaints.add(complaint);
        fail(exchange, status, "invalid_request_error", complaint);
    }

    private static void fail(HttpExchange exchange, int status, String code, String message)
            throws IOException {
        send(
                exchange,
                status,
                Map.of("error", Map.of("message", message, "type", code, "code", code)));
    }

    private static void send(HttpExchange exchange, int status, Object body) throws IOException {
        exchange.getResponseHeaders().set("Content-Type", "application/json");
        var bytes = JSON.writeValueAsString(body).getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(status, bytes.length);
        exchange.getResponseBody().write(bytes);
    }
}
