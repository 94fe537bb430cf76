package kr.dangol.account;

import kr.dangol.platform.Refusal;

/// The account is gone, deleted from another browser perhaps.
final class AccountNotFound extends Refusal {

    AccountNotFound() {
        super(404, "not-found");
    }
}
