package kr.dangol.account;

import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import kr.dangol.platform.AccountId;
import org.springframework.stereotype.Component;

/// Everything we hold about an account, gathered from all modules.
@Component
class Export {

    private final Accounts accounts;
    private final Tokens tokens;
    private final List<PersonalData> modules;
    private final Clock clock;

    Export(Accounts accounts, Tokens tokens, List<PersonalData> modules, Clock clock) {
        this.accounts = accounts;
        this.tokens = tokens;
        this.modules = modules;
        this.clock = clock;
    }

    Map<String, Object> of(AccountId id) {
        var account = accounts.get(id);
        var export = new LinkedHashMap<String, Object>();
        export.put("exportedAt", OffsetDateTime.now(clock));
        export.put("account", AccountResponse.of(account));
        export.put("createdAt", account.createdAt());
        export.put("consents", accounts.consents(id));
        export.put("tokens", tokens.list(id));
        for (var module : modules) {
            export.put(module.section(), module.export(id));
        }
        return export;
    }
}
