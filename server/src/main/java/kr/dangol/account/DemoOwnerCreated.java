package kr.dangol.account;

import kr.dangol.platform.AccountId;

/// The demo owner was made, and wants a filled-in shop.
public record DemoOwnerCreated(AccountId account) {}
