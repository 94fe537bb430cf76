package kr.dangol.platform.web;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/// Reads a query string as people wrote it.
final class Queries {

    private Queries() {}

    /// Empty when the percent signs make no sense.
    static Optional<String> decoded(String query) {
        try {
            return Optional.of(URLDecoder.decode(query, StandardCharsets.UTF_8));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
