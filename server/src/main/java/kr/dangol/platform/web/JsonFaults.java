package kr.dangol.platform.web;

import java.util.List;
import java.util.stream.Collectors;
import kr.dangol.platform.InvalidRequest;
import kr.dangol.platform.Refusal;
import kr.dangol.platform.Refusal.FieldError;
import kr.dangol.shared.KoreanText;
import org.springframework.http.converter.HttpMessageNotReadableException;
import tools.jackson.core.JacksonException;
import tools.jackson.core.exc.InputCoercionException;
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
        return switch (failure.getCause()) {
            case DatabindException fault ->
                    new InvalidRequest(FieldError.of(path(fault.getPath()), messageKey(fault)));
            // A number that is none of ours to hold; the JSON around it is sound.
            case InputCoercionException fault ->
                    new InvalidRequest(FieldError.of(path(fault.getPath()), "field.invalid"));
            case null, default -> new UnreadableBody();
        };
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

    /// The place in the body, as `stores[2].name`. An unknown name is anybody's text.
    private static String path(List<JacksonException.Reference> references) {
        var path =
                references.stream()
                        .map(each ->
                                each.getPropertyName() != null
                                        ? "." + KoreanText.clean(each.getPropertyName())
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
