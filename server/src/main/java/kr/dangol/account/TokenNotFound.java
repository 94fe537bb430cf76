package kr.dangol.account;

import kr.dangol.platform.Refusal;

/// No such token of this account.
final class TokenNotFound extends Refusal {

    TokenNotFound() {
        super(404, "token-not-found");
    }
}
