package kr.dangol.forecast.web;

import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.ValueDeserializer;
import tools.jackson.databind.annotation.JsonDeserialize;

/// One plan or many: who sends an array gets an array.
@JsonDeserialize(using = ForecastRequests.OneOrMany.class)
record ForecastRequests(List<@Nullable ForecastRequest> items, boolean single) {

    static final class OneOrMany extends ValueDeserializer<ForecastRequests> {

        @Override
        public ForecastRequests deserialize(JsonParser parser, DeserializationContext context) {
            if (parser.currentToken() == JsonToken.START_ARRAY) {
                var many =
                        context.getTypeFactory()
                                .constructCollectionType(List.class, ForecastRequest.class);
                return new ForecastRequests(context.readValue(parser, many), false);
            }
            return new ForecastRequests(
                    List.of(context.readValue(parser, ForecastRequest.class)), true);
        }
    }
}
