package kr.dangol.platform.web;

import java.util.List;
import java.util.stream.Collectors;
import kr.dangol.platform.InvalidRequest;
import kr.dangol.platform.Refusal;
import kr.dangol.platform.Refusal.FieldError;
import org.springframework.http.converter.HttpMessageNotReadableException;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DatabindException;
import tools.jackson.databind.exc.InvalidFormatException;
import tools.jackson.databind.exc.MismatchedInputException;
import tools.jackson.databind.exc.UnrecognizedPropertyException;
import tools.jackson.databind.exc.ValueInstantiationException;

/// Says in our words what is wrong with a JSON body.
final class JsonFaults {

    private JsonFaults() {}

    static Refusal refusalFor(HttpMessageNotReadableException failure) {
        var refusal = Refusals.within(failure);
        if (refusal.isPresent()) {
            return refusal.get();
        }
        return failure.getCause() instanceof DatabindException fault
                ? new InvalidRequest(FieldError.of(field(fault), messageKey(fault)))
                : new UnreadableBody();
    }

    private static String messageKey(DatabindException fault) {
        return switch (fault) {
            case StrictJson.ForbiddenCharacters _ -> "field.characters";
            case UnrecognizedPropertyException _ -> "field.unknown";
            case InvalidFormatException _ -> "field.invalid";
            case ValueInstantiationException _ -> "field.invalid";
            case MismatchedInputException _ -> "field.type";
            default -> "field.invalid";
        };
    }

    /// The place in the body, as `stores[2].name`.
    private static String field(DatabindException fault) {
        return path(fault.getPath());
    }

    private static String path(List<JacksonException.Reference> references) {
        var path =
                references.stream()
                        .map(each ->
                                each.getPropertyName() != null
                                        ? "." + each.getPropertyName()
                                        : "[" + each.getIndex() + "]")
                        .collect(Collectors.joining());
        return path.startsWith(".") ? path.substring(1) : path;
    }

    /// No JSON, or none that we could read to its end: 400.
    private static final class UnreadableBody extends Refusal {

        UnreadableBody() {
            super(400, "malformed-json");
        }
    }
}
