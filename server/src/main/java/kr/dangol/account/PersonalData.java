package kr.dangol.account;

import kr.dangol.platform.AccountId;

/// What a module holds about an account, for the export an owner may ask for. Each module that
/// holds something implements it.
public interface PersonalData {

    /// The key under which it stands in the export, e.g. `stores`.
    String section();

    /// Anything that renders as JSON.
    Object export(AccountId account);
}
