package kr.dangol.store;

import java.util.List;
import kr.dangol.account.PersonalData;
import kr.dangol.platform.AccountId;
import org.springframework.stereotype.Component;

/// The stores in an account's export.
@Component
class StoreExport implements PersonalData {

    private final Stores stores;

    StoreExport(Stores stores) {
        this.stores = stores;
    }

    @Override
    public String section() {
        return "stores";
    }

    @Override
    public List<StoreResponse> export(AccountId account) {
        return stores.list(account).stream().map(StoreResponse::of).toList();
    }
}
