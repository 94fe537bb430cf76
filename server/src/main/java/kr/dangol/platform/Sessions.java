package kr.dangol.platform;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

/// Browser sessions: begun at sign-in, ended one by one or all at once.
public interface Sessions {

    /// Signs the caller in on a fresh session, whatever session the request came with.
    void begin(Caller caller, HttpServletRequest request, HttpServletResponse response);

    void end(HttpServletRequest request, HttpServletResponse response);

    /// Signs the account out everywhere.
    void endAll(AccountId account);

    /// Signs the account out everywhere but here.
    void endOthers(AccountId account, HttpServletRequest request);
}
