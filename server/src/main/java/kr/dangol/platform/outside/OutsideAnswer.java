package kr.dangol.platform.outside;

import java.nio.charset.StandardCharsets;
import org.springframework.http.HttpHeaders;

/// What a service answered, whatever the status.
@SuppressWarnings("ArrayRecordComponent") // Handed on to a parser, never compared.
public record OutsideAnswer(int status, HttpHeaders headers, byte[] body) {

    public String text() {
        return new String(body, StandardCharsets.UTF_8);
    }

    /// The first character that is not blank, `\0` when there is none: services answer in XML where
    /// JSON was asked for.
    public char first() {
        for (var each : body) {
            // A byte order mark is no content.
            if (each > ' ') {
                return (char) each;
            }
        }
        return '\0';
    }
}
