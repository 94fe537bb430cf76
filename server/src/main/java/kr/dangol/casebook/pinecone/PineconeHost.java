package kr.dangol.casebook.pinecone;

import java.net.URI;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import kr.dangol.casebook.outside.Answer;
import kr.dangol.casebook.outside.OutsideService;
import kr.dangol.casebook.search.SearchUnavailable;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpMethod;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Where the data of one index is, and how it is asked: sends JSON there and reads what comes back.
record PineconeHost(OutsideService service, String address, String version, Duration writingTime) {

    static final JsonMapper JSON = JsonMapper.shared();

    /// The answer as JSON; empty when what was asked for is not there.
    Optional<JsonNode> call(HttpMethod method, String path, @Nullable Object body, Duration time) {
        var headers = new HashMap<String, String>();
        headers.put("X-Pinecone-Api-Version", version);
        var json = body == null ? null : JSON.writeValueAsString(body);
        var answer = service.call(method, URI.create(address + path), headers, json, time);
        if (answer.status() == 404) {
            return Optional.empty();
        }
        var read = read(answer);
        if (!answer.isOk()) {
            throw new IllegalArgumentException("Pinecone refused: " + answer.excerpt());
        }
        return Optional.of(read);
    }

    Optional<JsonNode> write(String path, Object body) {
        return call(HttpMethod.POST, path, body, writingTime);
    }

    /// What stands before Pinecone refuses in plain text, and says nothing about what we sent.
    private static JsonNode read(Answer answer) {
        try {
            return answer.body().isBlank() && answer.isOk()
                    ? JSON.readTree("{}")
                    : JSON.readTree(answer.body());
        } catch (JacksonException noJson) {
            throw new SearchUnavailable("Pinecone: " + answer.excerpt(), noJson);
        }
    }

    static Map<String, Object> withoutEmpty(Map<String, Object> body, String field) {
        var copy = new HashMap<>(body);
        if (copy.get(field) instanceof Map<?, ?> map && map.isEmpty()) {
            copy.remove(field);
        }
        return copy;
    }
}
