package kr.dangol.platform.outbox;

import org.springframework.modulith.events.core.EventSerializer;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/// Facts as JSON. Unlike requests, they may hold more than is known here: during an upgrade old
/// instances read what new ones wrote.
final class FactJson implements EventSerializer {

    private final JsonMapper json;

    FactJson(JsonMapper json) {
        this.json =
                json.rebuild().disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES).build();
    }

    @Override
    public Object serialize(Object fact) {
        return json.writeValueAsString(fact);
    }

    @Override
    public <T> T deserialize(Object serialized, Class<T> type) {
        return json.readValue(serialized.toString(), type);
    }
}
