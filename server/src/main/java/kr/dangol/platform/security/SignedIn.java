package kr.dangol.platform.security;

import kr.dangol.platform.Caller;
import org.jspecify.annotations.Nullable;
import org.springframework.security.authentication.AbstractAuthenticationToken;
import org.springframework.security.core.authority.AuthorityUtils;

/// Spring Security's view of a caller. `byToken` tells programs, which need no CSRF token, from
/// browsers.
public final class SignedIn extends AbstractAuthenticationToken {

    private final Caller caller;
    private final boolean byToken;

    SignedIn(Caller caller, boolean byToken) {
        super(AuthorityUtils.createAuthorityList("ROLE_" + caller.role()));
        this.caller = caller;
        this.byToken = byToken;
        setAuthenticated(true);
    }

    public Caller caller() {
        return caller;
    }

    boolean isByToken() {
        return byToken;
    }

    @Override
    public Object getPrincipal() {
        return caller;
    }

    @Override
    public @Nullable Object getCredentials() {
        return null;
    }

    /// The session store finds an account's sessions by this.
    @Override
    public String getName() {
        return caller.id().toString();
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof SignedIn that
                && caller.equals(that.caller)
                && byToken == that.byToken;
    }

    @Override
    public int hashCode() {
        return caller.hashCode();
    }
}
