package kr.dangol.account;

import java.time.Instant;
import kr.dangol.platform.AccountId;
import kr.dangol.platform.Caller;
import kr.dangol.platform.Role;

/// An owner or operator. The password is encoded.
record Account(
        AccountId id, String email, String name, String password, Role role, Instant createdAt) {

    Caller caller() {
        return new Caller(id, role);
    }

    @Override
    public String toString() {
        return "Account[" + id + "]";
    }
}
