package kr.dangol.account;

import java.nio.charset.StandardCharsets;
import kr.dangol.platform.InvalidRequest;
import kr.dangol.platform.Refusal.FieldError;
import org.springframework.security.crypto.password.PasswordEncoder;

/// A password as typed, of a length we accept: at least 8 characters, and at most the 72 bytes that
/// bcrypt looks at.
final class Password {

    private static final int MIN_CHARACTERS = 8;
    private static final int MAX_BYTES = 72;

    private final String text;

    private Password(String text) {
        this.text = text;
    }

    static Password checked(String field, String text) {
        if (text.codePointCount(0, text.length()) < MIN_CHARACTERS) {
            throw new InvalidRequest(FieldError.of(field, "field.password.short"));
        }
        if (text.getBytes(StandardCharsets.UTF_8).length > MAX_BYTES) {
            throw new InvalidRequest(FieldError.of(field, "field.password.long"));
        }
        return new Password(text);
    }

    String encode(PasswordEncoder encoder) {
        var encoded = encoder.encode(text);
        if (encoded == null) {
            throw new IllegalStateException("The password encoder gave nothing");
        }
        return encoded;
    }
}
