package kr.dangol.event;

import kr.dangol.account.AccountDeleted;
import org.springframework.modulith.events.ApplicationModuleListener;
import org.springframework.stereotype.Component;

/// Deletes the events of an account that is gone.
@Component("eventAccountFacts")
class AccountFacts {

    private final EventTable table;

    AccountFacts(EventTable table) {
        this.table = table;
    }

    @ApplicationModuleListener
    void on(AccountDeleted fact) {
        table.removeAll(fact.account());
    }
}
