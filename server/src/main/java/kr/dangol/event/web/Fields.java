package kr.dangol.event.web;

import java.util.ArrayList;
import java.util.List;
import kr.dangol.platform.InvalidRequest;
import kr.dangol.platform.Refusal.FieldError;
import kr.dangol.shared.KoreanText;
import org.jspecify.annotations.Nullable;

/// Collects what is wrong with a request, so that the owner hears of everything at once.
final class Fields {

    private final List<FieldError> errors = new ArrayList<>();

    /// The text without markup and odd spaces; null stays null, nothing visible is refused.
    @Nullable String text(String field, @Nullable String given) {
        if (given == null) {
            return null;
        }
        var clean = KoreanText.clean(given);
        refuseIf(clean.isEmpty(), field, "field.required");
        return clean;
    }

    void refuseIf(boolean wrong, String field, String messageKey, Object... arguments) {
        if (wrong) {
            errors.add(FieldError.of(field, messageKey, arguments));
        }
    }

    void throwIfWrong() {
        if (!errors.isEmpty()) {
            throw new InvalidRequest(errors.toArray(FieldError[]::new));
        }
    }
}
