package kr.dangol.account;

import java.util.UUID;
import kr.dangol.platform.Role;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// An owner with a filled-in shop and an operator, to be entered with one click. Only on embedded
/// defaults, unless `DANGOL_DEMO` says otherwise; made at start, so that the shop is there at the
/// click.
@Component
class DemoAccounts implements ApplicationRunner {

    private final Membership membership;
    private final Accounts accounts;
    private final ApplicationEventPublisher facts;
    private final boolean enabled;

    DemoAccounts(
            Membership membership,
            Accounts accounts,
            ApplicationEventPublisher facts,
            @Value("${dangol.demo}") String demo,
            @Value("${dangol.database.host}") String databaseHost) {
        this.membership = membership;
        this.accounts = accounts;
        this.facts = facts;
        this.enabled = demo.isBlank() ? databaseHost.isBlank() : Boolean.parseBoolean(demo);
    }

    boolean areOffered() {
        return enabled;
    }

    @Override
    @Transactional
    public void run(ApplicationArguments arguments) {
        if (enabled && accounts.find(email(Role.OWNER)).isEmpty()) {
            var owner = enrol(Role.OWNER, "체험 사장님");
            enrol(Role.OPERATOR, "체험 운영자");
            facts.publishEvent(new DemoOwnerCreated(owner.id()));
        }
    }

    Account get(Role role) {
        if (!enabled) {
            throw new AccountNotFound();
        }
        return accounts.find(email(role)).orElseThrow(AccountNotFound::new);
    }

    /// Nobody knows the password, so a visitor cannot delete or take the account.
    private Account enrol(Role role, String name) {
        return membership.enrol(email(role), UUID.randomUUID().toString(), name, role);
    }

    private static String email(Role role) {
        return switch (role) {
            case OWNER -> "demo-owner@dangol.example";
            case OPERATOR -> "demo-operator@dangol.example";
        };
    }
}
