package kr.dangol.store;

import kr.dangol.account.AccountDeleted;
import kr.dangol.account.DemoOwnerCreated;
import org.springframework.context.event.EventListener;
import org.springframework.modulith.events.ApplicationModuleListener;
import org.springframework.stereotype.Component;

/// What happens to accounts, as far as stores are concerned.
@Component("storeAccountFacts")
class AccountFacts {

    private final Stores stores;
    private final StoreKeeping keeping;

    AccountFacts(Stores stores, StoreKeeping keeping) {
        this.stores = stores;
        this.keeping = keeping;
    }

    @ApplicationModuleListener
    void on(AccountDeleted fact) {
        stores.removeAll(fact.account());
    }

    /// In the same transaction, not after it: the visitor who enters the demo shop finds it filled
    /// in with the first request.
    @EventListener
    void on(DemoOwnerCreated fact) {
        if (stores.count(fact.account()) == 0) {
            keeping.open(fact.account(), StoreProfile.from(demoShop()));
        }
    }

    private static StoreRequest demoShop() {
        return new StoreRequest(
                "단골고깃집", null, "고깃집", "서울 마포구 월드컵로 112", null, "매일 16:00-24:00, 월요일 쉼", null, null);
    }
}
