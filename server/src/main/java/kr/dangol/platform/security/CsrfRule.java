package kr.dangol.platform.security;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Set;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.util.matcher.RequestMatcher;
import org.springframework.web.util.WebUtils;

/// Who must bring a CSRF token: a browser that is signed in, and a browser about to sign in (it
/// carries our cookie). Programs bring a bearer token or no cookie at all, and need none; without
/// any sign-in the answer is 401 before CSRF is looked at.
final class CsrfRule implements RequestMatcher {

    static final String COOKIE = "XSRF-TOKEN";
    private static final Set<String> SAFE = Set.of("GET", "HEAD", "TRACE", "OPTIONS");

    @Override
    public boolean matches(HttpServletRequest request) {
        if (SAFE.contains(request.getMethod())) {
            return false;
        }
        var authentication = SecurityContextHolder.getContext().getAuthentication();
        if (authentication instanceof SignedIn signedIn) {
            return !signedIn.isByToken();
        }
        return request.getRequestURI().startsWith("/api/auth/")
                && WebUtils.getCookie(request, COOKIE) != null;
    }
}
