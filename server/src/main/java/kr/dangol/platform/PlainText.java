package kr.dangol.platform;

import kr.dangol.platform.Refusal.FieldError;
import kr.dangol.shared.KoreanText;

/// A text that people gave us, as it may be shown again.
public final class PlainText {

    private PlainText() {}

    /// The text without markup and odd spaces; refused when nothing is left.
    public static String of(String field, String given) {
        var plain = KoreanText.clean(given);
        if (plain.isEmpty()) {
            throw new InvalidRequest(FieldError.of(field, "field.required"));
        }
        return plain;
    }
}
