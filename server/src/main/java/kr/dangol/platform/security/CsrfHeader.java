package kr.dangol.platform.security;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.security.web.csrf.CsrfToken;
import org.springframework.security.web.csrf.CsrfTokenRequestHandler;

/// CSRF protection as single-page applications use it: the token of the cookie comes back in the
/// header. It is never taken from a form field, and the body is never read for it.
final class CsrfHeader implements CsrfTokenRequestHandler {

    /// Renders the token, and thereby the cookie, on every answer, as the first page view must
    /// bring it; only not on files that anybody between us and the browser may keep.
    @Override
    public void handle(
            HttpServletRequest request, HttpServletResponse response, Supplier<CsrfToken> token) {
        if (!request.getRequestURI().startsWith("/assets/")) {
            token.get().getToken();
        }
    }

    @Override
    public @Nullable String resolveCsrfTokenValue(HttpServletRequest request, CsrfToken token) {
        return request.getHeader(token.getHeaderName());
    }
}
