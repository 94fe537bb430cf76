package kr.dangol.platform;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// RFC 9457 problem JSON: every answer that is not a success looks like this, and so does the
/// `error` of an event stream.
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Problem(
        String type,
        String title,
        int status,
        String detail,
        String instance,
        String code,
        @Nullable List<FieldMessage> errors,
        boolean success,
        @Nullable String traceId) {

    public static final String MEDIA_TYPE = "application/problem+json";

    /// What is wrong with one field, in the reader's language.
    public record FieldMessage(String field, String message) {}
}
