package kr.dangol.intake.source;

import java.util.Optional;
import kr.dangol.platform.outside.OutsideAnswer;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Reads answers in JSON. What is cut off or of another shape is a fault, never an empty result.
public final class Json {

    private static final JsonMapper MAPPER = JsonMapper.builder().build();

    private Json() {}

    public static JsonNode read(OutsideAnswer answer) {
        try {
            var node = MAPPER.readTree(answer.body());
            if (node.isMissingNode()) {
                throw new SourceFault(Fault.CUT_OFF, "empty answer");
            }
            return node;
        } catch (JacksonException e) {
            throw new SourceFault(Fault.CUT_OFF, "not whole JSON");
        }
    }

    /// A field that must be there.
    public static JsonNode need(JsonNode node, String field) {
        return Optional.ofNullable(node.get(field))
                .orElseThrow(() -> new SourceFault(Fault.CHANGED, "no field " + field));
    }

    /// The text of a field that must be there and a text.
    public static String text(JsonNode node, String field) {
        var value = need(node, field);
        if (!value.isString()) {
            throw new SourceFault(Fault.CHANGED, field + " is no text");
        }
        return value.asString();
    }

    /// A whole number, be it written as a number or as text.
    public static long number(JsonNode node, String field) {
        var value = need(node, field);
        try {
            return value.isNumber() ? value.asLong() : Long.parseLong(value.asString().strip());
        } catch (RuntimeException e) {
            throw new SourceFault(Fault.CHANGED, field + " is no number");
        }
    }

    /// A number that may have a fraction, be it written as a number or as text; 0 where the field
    /// is there and says nothing.
    public static double amount(JsonNode node, String field) {
        var value = need(node, field);
        if (value.isNull()) {
            return 0;
        }
        try {
            var amount =
                    value.isNumber()
                            ? value.asDouble()
                            : Double.parseDouble(value.asString().strip());
            if (Double.isFinite(amount)) {
                return amount;
            }
        } catch (RuntimeException e) {
            // Told below, as for what is no finite number.
        }
        throw new SourceFault(Fault.CHANGED, field + " is no number");
    }
}
