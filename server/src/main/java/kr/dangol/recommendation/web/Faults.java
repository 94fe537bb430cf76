package kr.dangol.recommendation.web;

import java.util.ArrayList;
import java.util.List;
import kr.dangol.platform.InvalidRequest;
import kr.dangol.platform.Refusal.FieldError;
import org.jspecify.annotations.Nullable;

/// Collects what is wrong with a request, so that the owner hears of everything at once.
final class Faults {

    private final List<FieldError> errors = new ArrayList<>();

    void add(String field, String messageKey, Object... arguments) {
        errors.add(FieldError.of(field, messageKey, arguments));
    }

    void addIf(boolean wrong, String field, String messageKey, Object... arguments) {
        if (wrong) {
            add(field, messageKey, arguments);
        }
    }

    void addIfLonger(String field, @Nullable String text, int longest) {
        addIf(
                text != null && text.codePointCount(0, text.length()) > longest,
                field,
                "field.recommendation.long",
                longest);
    }

    boolean isEmpty() {
        return errors.isEmpty();
    }

    void throwIfAny() {
        if (!isEmpty()) {
            throw new InvalidRequest(errors.toArray(FieldError[]::new));
        }
    }
}
