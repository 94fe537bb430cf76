package kr.dangol.account;

import kr.dangol.platform.CannotStart;
import kr.dangol.platform.InvalidRequest;
import kr.dangol.platform.Role;
import kr.dangol.platform.Sessions;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// Makes the operator named by `DANGOL_ADMIN_EMAIL` and `DANGOL_ADMIN_PASSWORD`. Does nothing once
/// there is one of that name: a password changed later stays changed.
@Component
class FirstOperator implements ApplicationRunner {

    private static final Logger log = LoggerFactory.getLogger(FirstOperator.class);

    private final Membership membership;
    private final Accounts accounts;
    private final Tokens tokens;
    private final Sessions sessions;
    private final String email;
    private final String password;

    FirstOperator(
            Membership membership,
            Accounts accounts,
            Tokens tokens,
            Sessions sessions,
            @Value("${dangol.admin.email}") String email,
            @Value("${dangol.admin.password}") String password) {
        this.membership = membership;
        this.accounts = accounts;
        this.tokens = tokens;
        this.sessions = sessions;
        this.email = email.strip();
        this.password = password;
    }

    @Override
    @Transactional
    public void run(ApplicationArguments arguments) {
        if (email.isEmpty()) {
            return;
        }
        try {
            accounts.find(email).ifPresentOrElse(this::takeOver, this::enrol);
        } catch (InvalidRequest weak) {
            throw new CannotStart(
                    "DANGOL_ADMIN_PASSWORD needs at least 8 characters and at most 72 bytes.");
        }
    }

    private void enrol() {
        var account = membership.enrol(email, password, "운영자", Role.OPERATOR);
        log.info("Operator {} created", account.id());
    }

    /// Whoever signed up under this address before us must not become operator by it: the account
    /// gets the password we were given, and every way in that it had is closed.
    private void takeOver(Account account) {
        if (account.role() == Role.OPERATOR) {
            return;
        }
        membership.setPassword(account.id(), "password", password);
        accounts.changeRole(account.id(), Role.OPERATOR);
        tokens.revokeAll(account.id());
        sessions.endAll(account.id());
        log.info("Account {} became operator", account.id());
    }
}
