package kr.dangol.casebook.openai;

import java.net.URI;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import kr.dangol.casebook.outside.OutsideService;
import kr.dangol.casebook.search.Embedder;
import kr.dangol.casebook.search.PrecedentText;
import kr.dangol.casebook.search.SearchUnavailable;
import kr.dangol.casebook.search.Vector;
import kr.dangol.platform.cache.ContentCache;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpMethod;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// OpenAI's `text-embedding-3-large`.
///
/// A token is at least one byte of UTF-8, so a batch of at most 300,000 bytes keeps the limit of
/// 300,000 tokens in any language, and a text of at most 8,192 bytes that of 8,192 tokens. Vectors
/// come as base64: 16 KB instead of 40 KB of digits.
public final class OpenAiEmbedder implements Embedder {

    static final String MODEL = "text-embedding-3-large";
    static final int MOST_DIMENSIONS = 3_072;

    private static final int MOST_BYTES = 300_000;
    private static final int MOST_BYTES_OF_A_TEXT = 8_192;
    private static final int MOST_TEXTS = 256;

    /// The service accepts no empty text.
    private static final String NOTHING = "내용 없음";

    private static final JsonMapper JSON = JsonMapper.shared();

    private final OutsideService service;
    private final URI address;
    private final int dimensions;
    private final Duration indexingTime;
    private final Bill bill;
    private final ContentCache<KnownVector> questions;

    OpenAiEmbedder(
            OutsideService service,
            OpenAiProperties properties,
            int dimensions,
            Bill bill,
            ContentCache<KnownVector> questions) {
        this.service = service;
        this.address = URI.create(properties.baseUrl().replaceAll("/+$", "") + "/v1/embeddings");
        this.dimensions = dimensions;
        this.indexingTime = properties.indexingTime();
        this.bill = bill;
        this.questions = questions;
    }

    /// A vector as it came from the service.
    record KnownVector(String base64) {}

    @Override
    public String model() {
        return MODEL + "@" + dimensions;
    }

    @Override
    public int dimensions() {
        return dimensions;
    }

    @Override
    public List<Vector> embed(List<PrecedentText> texts) {
        var vectors = new ArrayList<Vector>();
        for (var batch : batches(texts.stream().map(OpenAiEmbedder::input).toList())) {
            ask(batch, "index", indexingTime).forEach(each -> vectors.add(vector(each)));
        }
        return vectors;
    }

    @Override
    public Vector embedQuestion(PrecedentText text, Duration time) {
        var input = input(text);
        var entry = questions.entry(model(), List.of(input));
        return vector(
                entry.find()
                        .map(KnownVector::base64)
                        .orElseGet(() -> {
                            var fresh = ask(List.of(input), "question", time).getFirst();
                            entry.put(new KnownVector(fresh));
                            return fresh;
                        }));
    }

    private static String input(PrecedentText text) {
        var plain = text.plain().strip();
        return plain.isEmpty() ? NOTHING : shortened(plain);
    }

    /// Cut between characters.
    private static String shortened(String text) {
        var bytes = text.getBytes(StandardCharsets.UTF_8);
        if (bytes.length <= MOST_BYTES_OF_A_TEXT) {
            return text;
        }
        var end = MOST_BYTES_OF_A_TEXT;
        while ((bytes[end] & 0xC0) == 0x80) {
            end--;
        }
        return new String(bytes, 0, end, StandardCharsets.UTF_8);
    }

    private static List<List<String>> batches(List<String> inputs) {
        var batches = new ArrayList<List<String>>();
        var batch = new ArrayList<String>();
        var bytes = 0;
        for (var input : inputs) {
            var length = input.getBytes(StandardCharsets.UTF_8).length;
            if (!batch.isEmpty() && (bytes + length > MOST_BYTES || batch.size() == MOST_TEXTS)) {
                batches.add(List.copyOf(batch));
                batch.clear();
                bytes = 0;
            }
            batch.add(input);
            bytes += length;
        }
        if (!batch.isEmpty()) {
            batches.add(List.copyOf(batch));
        }
        return batches;
    }

    /// One base64 vector per text. A text that is refused alone is to blame only if an ordinary one
    /// is accepted.
    private List<String> ask(List<String> inputs, String task, Duration time) {
        var call = bill.begin(model(), task, inputs.size());
        try {
            var body =
                    JSON.writeValueAsString(
                            Map.of(
                                    "model", MODEL,
                                    "input", inputs,
                                    "dimensions", dimensions,
                                    "encoding_format", "base64"));
            var answer = service.call(HttpMethod.POST, address, Map.of(), body, time);
            if (!answer.isOk()) {
                call.refused();
                throw refusal(inputs, answer.excerpt(), time);
            }
            var read = JSON.readTree(answer.body());
            call.complete(read.path("usage").path("total_tokens").asLong(0));
            return vectors(read.path("data"), inputs.size());
        } catch (JacksonException | SearchUnavailable failed) {
            call.failed();
            throw failed instanceof SearchUnavailable wait
                    ? wait
                    : new SearchUnavailable("unreadable embeddings", failed);
        }
    }

    private RuntimeException refusal(List<String> inputs, String reason, Duration time) {
        if (inputs.size() == 1 && !inputs.contains(NOTHING)) {
            ask(List.of(NOTHING), "index", time);
        }
        return inputs.contains(NOTHING)
                ? new SearchUnavailable("embeddings refused: " + reason)
                : new IllegalArgumentException("embedding refused: " + reason);
    }

    private static List<String> vectors(JsonNode data, int wanted) {
        var vectors = new @Nullable String[wanted];
        for (var item : data) {
            var index = item.path("index").asInt(-1);
            if (index >= 0 && index < wanted) {
                vectors[index] = item.path("embedding").asString("");
            }
        }
        var list = new ArrayList<String>();
        for (var vector : vectors) {
            if (vector == null || vector.isEmpty()) {
                throw new SearchUnavailable("an embedding is missing in the answer");
            }
            list.add(vector);
        }
        return list;
    }

    private Vector vector(String base64) {
        var floats =
                ByteBuffer.wrap(Base64.getDecoder().decode(base64))
                        .order(ByteOrder.LITTLE_ENDIAN)
                        .asFloatBuffer();
        if (floats.remaining() != dimensions) {
            throw new SearchUnavailable(
                    "asked for " + dimensions + " dimensions and got " + floats.remaining());
        }
        var components = new float[dimensions];
        floats.get(components);
        return Vector.ofDirection(components);
    }
}
