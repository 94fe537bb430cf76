package kr.dangol.account;

import java.time.Clock;
import java.util.Set;
import java.util.UUID;
import kr.dangol.platform.AccountId;
import kr.dangol.platform.InvalidRequest;
import kr.dangol.platform.Refusal.FieldError;
import kr.dangol.platform.Role;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// Becoming a member, proving to be one, and leaving.
@Service
class Membership {

    private final Accounts accounts;
    private final PasswordEncoder passwords;
    private final ApplicationEventPublisher facts;
    private final Clock clock;

    /// Compared with when the address is unknown, so that the answer takes as long as for a known
    /// one.
    private final String nobodysPassword;

    Membership(
            Accounts accounts,
            PasswordEncoder passwords,
            ApplicationEventPublisher facts,
            Clock clock) {
        this.accounts = accounts;
        this.passwords = passwords;
        this.facts = facts;
        this.clock = clock;
        this.nobodysPassword = passwords.encode(UUID.randomUUID().toString());
    }

    @Transactional
    Account signUp(NewMember member) {
        if (!member.consents().containsAll(Set.of(Consent.values()))) {
            throw new InvalidRequest(FieldError.of("consents", "field.consents"));
        }
        var account = enrol(member.email(), member.password(), member.name(), Role.OWNER);
        for (var consent : member.consents()) {
            accounts.addConsent(account.id(), consent, account.createdAt());
        }
        return account;
    }

    @Transactional
    Account enrol(String email, String password, String name, Role role) {
        var account =
                new Account(
                        new AccountId(UUID.randomUUID()),
                        email,
                        name.strip(),
                        Password.checked("password", password).encode(passwords),
                        role,
                        clock.instant());
        accounts.add(account);
        return account;
    }

    Account signIn(String email, String password) {
        var account = accounts.find(email);
        var encoded = account.map(Account::password).orElse(nobodysPassword);
        if (!passwords.matches(password, encoded)) {
            throw new WrongCredentials();
        }
        return account.orElseThrow(WrongCredentials::new);
    }

    /// Deletes the account and, through the fact, everything about it in the same breath: listeners
    /// that fail are tried again until they succeed.
    @Transactional
    void leave(AccountId id, String password) {
        confirm("password", id, password);
        accounts.delete(id);
        facts.publishEvent(new AccountDeleted(id));
    }

    @Transactional
    void changePassword(AccountId id, String current, String wanted) {
        confirm("currentPassword", id, current);
        setPassword(id, "newPassword", wanted);
    }

    void setPassword(AccountId id, String field, String wanted) {
        accounts.changePassword(id, Password.checked(field, wanted).encode(passwords));
    }

    private void confirm(String field, AccountId id, String password) {
        if (!passwords.matches(password, accounts.get(id).password())) {
            throw new InvalidRequest(FieldError.of(field, "field.password.wrong"));
        }
    }

    /// What a visitor enters to become an owner.
    record NewMember(String email, String password, String name, Set<Consent> consents) {

        NewMember {
            consents = Set.copyOf(consents);
        }

        @Override
        public String toString() {
            return "NewMember";
        }
    }
}
