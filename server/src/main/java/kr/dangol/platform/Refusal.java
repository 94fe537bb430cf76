package kr.dangol.platform;

import java.util.List;
import java.util.Map;

/// A request we refuse, with everything the caller may know about it. Modules extend it with a
/// class named as the fact (`StoreNotFound`). Rendered as RFC 9457 problem JSON: title and detail
/// come from the message bundle under `problem.<code>.title` and `problem.<code>.detail`.
public abstract class Refusal extends RuntimeException {

    private final int status;
    private final String code;
    private final transient List<Object> arguments;
    private final transient List<FieldError> errors;

    protected Refusal(int status, String code, Object... arguments) {
        this(status, code, List.of(), arguments);
    }

    protected Refusal(int status, String code, List<FieldError> errors, Object... arguments) {
        super(code);
        this.status = status;
        this.code = code;
        this.arguments = List.of(arguments);
        this.errors = List.copyOf(errors);
    }

    /// The HTTP status, 4xx or 503.
    public int status() {
        return status;
    }

    /// A stable word that programs may switch on, e.g. `store-not-found`.
    public String code() {
        return code;
    }

    /// Fills the placeholders of the detail message.
    public List<Object> arguments() {
        return arguments;
    }

    public List<FieldError> errors() {
        return errors;
    }

    /// Response headers that belong to the refusal, such as `Retry-After`.
    public Map<String, String> headers() {
        return Map.of();
    }

    /// One field that is wrong. `messageKey` is looked up in the message bundle.
    public record FieldError(String field, String messageKey, List<Object> arguments) {

        public FieldError {
            arguments = List.copyOf(arguments);
        }

        public static FieldError of(String field, String messageKey, Object... arguments) {
            return new FieldError(field, messageKey, List.of(arguments));
        }
    }
}
