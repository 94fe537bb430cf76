package kr.dangol.account;

import kr.dangol.platform.Refusal;

/// Address and password do not belong together; which of them is wrong is not told.
final class WrongCredentials extends Refusal {

    WrongCredentials() {
        super(401, "wrong-credentials");
    }
}
