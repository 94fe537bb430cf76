package kr.dangol.recommendation.claude;

import java.nio.charset.StandardCharsets;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.async.ByteArrayFeeder;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.util.TokenBuffer;

/// Reads a JSON object while it is being written and hands over each of its fields as soon as the
/// field's value has closed. Text that is no JSON ends the reading; what was handed over stays
/// valid.
final class AnswerReader {

    private static final JsonMapper JSON = JsonMapper.shared();

    private final BiConsumer<String, JsonNode> onField;
    private final JsonParser parser = JSON.createNonBlockingByteArrayParser();
    private final ByteArrayFeeder feeder = (ByteArrayFeeder) parser.nonBlockingInputFeeder();

    private String heldBack = "";
    private int depth;
    private @Nullable String field;
    private @Nullable TokenBuffer value;
    private boolean isBroken;

    /// @param onField called with the field's name and its whole value
    AnswerReader(BiConsumer<String, JsonNode> onField) {
        this.onField = onField;
    }

    /// Takes the next piece of text, however it was cut.
    void feed(String piece) {
        if (isBroken) {
            return;
        }
        var text = heldBack + piece;
        // Half a surrogate pair has no bytes of its own: it waits for its other half.
        var cut = !text.isEmpty() && Character.isHighSurrogate(text.charAt(text.length() - 1));
        heldBack = cut ? text.substring(text.length() - 1) : "";
        var bytes =
                text.substring(0, text.length() - heldBack.length())
                        .getBytes(StandardCharsets.UTF_8);
        try {
            feeder.feedInput(bytes, 0, bytes.length);
            drain();
        } catch (JacksonException _) {
            isBroken = true;
        }
    }

    /// Whether the text so far was no JSON.
    boolean isBroken() {
        return isBroken;
    }

    private void drain() {
        for (var token = parser.nextToken();
                token != null && token != JsonToken.NOT_AVAILABLE;
                token = parser.nextToken()) {
            take(token);
        }
    }

    private void take(JsonToken token) {
        if (token.isStructEnd()) {
            depth--;
        }
        if (depth == 1 && token == JsonToken.PROPERTY_NAME) {
            field = parser.currentName();
            value = TokenBuffer.forBuffering(parser, ObjectReadContext.empty());
        } else if (value != null) {
            value.copyCurrentEvent(parser);
        }
        if (token.isStructStart()) {
            depth++;
        }
        if (depth == 1 && value != null && token != JsonToken.PROPERTY_NAME) {
            handOver(value);
        }
    }

    private void handOver(TokenBuffer closed) {
        var name = String.valueOf(field);
        value = null;
        try (var replay = closed.asParser(ObjectReadContext.empty())) {
            onField.accept(name, JSON.readTree(replay));
        }
    }
}
