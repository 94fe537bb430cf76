package kr.dangol.account;

import kr.dangol.platform.AccountId;

/// An account is gone. Every module deletes what it holds about it.
public record AccountDeleted(AccountId account) {}
