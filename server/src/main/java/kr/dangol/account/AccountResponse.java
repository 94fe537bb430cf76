package kr.dangol.account;

import kr.dangol.platform.AccountId;
import kr.dangol.platform.Role;

/// An account on the wire.
record AccountResponse(AccountId id, String email, String name, Role role) {

    static AccountResponse of(Account account) {
        return new AccountResponse(account.id(), account.email(), account.name(), account.role());
    }
}
