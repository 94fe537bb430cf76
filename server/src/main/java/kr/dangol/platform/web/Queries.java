package kr.dangol.platform.web;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/// Reads a query string as people wrote it.
final class Queries {

    private Queries() {}

    /// What stands in for bytes that are no UTF-8.
    private static final char REPLACEMENT = '\uFFFD';

    /// Empty when the percent signs make no sense, or no text.
    static Optional<String> decoded(String query) {
        try {
            return Optional.of(URLDecoder.decode(query, StandardCharsets.UTF_8))
                    .filter(text -> text.indexOf(REPLACEMENT) < 0);
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
