package kr.dangol.event;

import kr.dangol.event.EventChange.Winners;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonParser;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.ValueDeserializer;

/// Tells `winners: null` (everyone wins) from no `winners` at all (leave it as it is).
final class WinnersDeserializer extends ValueDeserializer<Winners> {

    @Override
    public Winners deserialize(JsonParser parser, DeserializationContext context) {
        return new Winners(context.readValue(parser, Integer.class));
    }

    @Override
    public Object getNullValue(DeserializationContext context) {
        return new Winners(null);
    }

    @Override
    public @Nullable Object getAbsentValue(DeserializationContext context) {
        return null;
    }
}
