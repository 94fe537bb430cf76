package kr.dangol.account;

import kr.dangol.platform.Refusal;

/// The link was used before, or is older than half an hour.
final class ResetLinkExpired extends Refusal {

    ResetLinkExpired() {
        super(400, "reset-link-expired");
    }
}
