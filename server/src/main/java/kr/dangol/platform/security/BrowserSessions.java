package kr.dangol.platform.security;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.util.Optional;
import kr.dangol.platform.AccountId;
import kr.dangol.platform.Caller;
import kr.dangol.platform.Sessions;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.context.SecurityContextRepository;
import org.springframework.security.web.csrf.CsrfTokenRepository;
import org.springframework.session.FindByIndexNameSessionRepository;
import org.springframework.session.Session;
import org.springframework.stereotype.Component;

/// Sessions in the session store, found by the account they belong to.
@Component
class BrowserSessions implements Sessions {

    private final FindByIndexNameSessionRepository<? extends Session> store;
    private final SecurityContextRepository contexts;
    private final CsrfTokenRepository csrf;

    BrowserSessions(
            FindByIndexNameSessionRepository<? extends Session> store,
            SecurityContextRepository contexts,
            CsrfTokenRepository csrf) {
        this.store = store;
        this.contexts = contexts;
        this.csrf = csrf;
    }

    @Override
    public void begin(Caller caller, HttpServletRequest request, HttpServletResponse response) {
        dropSession(request);
        var context = SecurityContextHolder.createEmptyContext();
        context.setAuthentication(new SignedIn(caller, false));
        SecurityContextHolder.setContext(context);
        contexts.saveContext(context, request, response);
        csrf.saveToken(csrf.generateToken(request), request, response);
    }

    @Override
    public void end(HttpServletRequest request, HttpServletResponse response) {
        dropSession(request);
        SecurityContextHolder.clearContext();
        csrf.saveToken(csrf.generateToken(request), request, response);
    }

    @Override
    public void endAll(AccountId account) {
        store.findByPrincipalName(account.toString()).keySet().forEach(store::deleteById);
    }

    @Override
    public void endOthers(AccountId account, HttpServletRequest request) {
        var here = Optional.ofNullable(request.getSession(false)).map(HttpSession::getId);
        store.findByPrincipalName(account.toString()).keySet().stream()
                .filter(id -> !here.equals(Optional.of(id)))
                .forEach(store::deleteById);
    }

    private static void dropSession(HttpServletRequest request) {
        var session = request.getSession(false);
        if (session != null) {
            session.invalidate();
        }
    }
}
