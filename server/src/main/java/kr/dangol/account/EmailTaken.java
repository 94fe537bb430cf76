package kr.dangol.account;

import kr.dangol.platform.Refusal;

/// Somebody signed up with this address already.
final class EmailTaken extends Refusal {

    EmailTaken() {
        super(409, "email-taken");
    }
}
