package kr.dangol.platform.web;

import java.text.Normalizer;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.regex.Pattern;
import kr.dangol.platform.Multiline;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.databind.BeanProperty;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.MapperFeature;
import tools.jackson.databind.ValueDeserializer;
import tools.jackson.databind.cfg.CoercionAction;
import tools.jackson.databind.cfg.CoercionInputShape;
import tools.jackson.databind.cfg.EnumFeature;
import tools.jackson.databind.deser.jdk.StringDeserializer;
import tools.jackson.databind.exc.InvalidFormatException;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.module.SimpleModule;
import tools.jackson.databind.type.LogicalType;

/// JSON is taken as it is meant: no unknown properties, no number where a text belongs, no time
/// where a day belongs, no characters that hide or turn what people see. Texts arrive in Unicode
/// NFC.
final class StrictJson {

    private StrictJson() {}

    static void configure(JsonMapper.Builder json) {
        json.enable(
                        DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES,
                        DeserializationFeature.FAIL_ON_TRAILING_TOKENS,
                        DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
                .disable(DeserializationFeature.ACCEPT_FLOAT_AS_INT)
                .enable(EnumFeature.FAIL_ON_NUMBERS_FOR_ENUMS)
                .disable(MapperFeature.ALLOW_COERCION_OF_SCALARS)
                .withCoercionConfig(
                        LogicalType.Textual,
                        config ->
                                config.setCoercion(CoercionInputShape.Integer, CoercionAction.Fail)
                                        .setCoercion(CoercionInputShape.Float, CoercionAction.Fail)
                                        .setCoercion(
                                                CoercionInputShape.Boolean, CoercionAction.Fail))
                .addModule(new IdsAndTexts());
    }

    private static final class IdsAndTexts extends SimpleModule {

        IdsAndTexts() {
            super("dangol");
            addDeserializer(String.class, new TextDeserializer(false));
            addDeserializer(LocalDate.class, new DayDeserializer());
        }

        @Override
        public void setupModule(SetupContext context) {
            super.setupModule(context);
            context.insertAnnotationIntrospector(new IdRecords());
        }
    }

    /// A text with characters that we refuse.
    static final class ForbiddenCharacters extends InvalidFormatException {

        ForbiddenCharacters(JsonParser parser, String value) {
            super(parser, "forbidden characters", value, String.class);
        }
    }

    /// A day as `2026-12-20`. Jackson's own also takes arrays of numbers and cuts off a time, which
    /// moves a day when the time is of another zone.
    private static final class DayDeserializer extends ValueDeserializer<LocalDate> {

        private static final Pattern DAY = Pattern.compile("\\d{4}-\\d{2}-\\d{2}");

        @Override
        public @Nullable LocalDate deserialize(JsonParser parser, DeserializationContext context) {
            if (parser.currentToken() != JsonToken.VALUE_STRING) {
                return (LocalDate) context.handleUnexpectedToken(LocalDate.class, parser);
            }
            var text = parser.getString();
            if (!DAY.matcher(text).matches()) {
                return (LocalDate) context.handleWeirdStringValue(LocalDate.class, text, "no day");
            }
            try {
                return LocalDate.parse(text);
            } catch (DateTimeException e) {
                return (LocalDate) context.handleWeirdStringValue(LocalDate.class, text, "no day");
            }
        }
    }

    private static final class TextDeserializer extends StringDeserializer {

        private final boolean multiline;

        TextDeserializer(boolean multiline) {
            this.multiline = multiline;
        }

        @Override
        public ValueDeserializer<?> createContextual(
                DeserializationContext context, @Nullable BeanProperty property) {
            return property != null && property.getAnnotation(Multiline.class) != null
                    ? new TextDeserializer(true)
                    : this;
        }

        @Override
        public @Nullable String deserialize(JsonParser parser, DeserializationContext context) {
            var text = super.deserialize(parser, context);
            if (text == null) {
                return null;
            }
            var lines = multiline ? text.replace("\r\n", "\n") : text;
            if (!Characters.areAllowed(lines, multiline)) {
                throw new ForbiddenCharacters(parser, text);
            }
            return Normalizer.normalize(lines, Normalizer.Form.NFC);
        }
    }
}
