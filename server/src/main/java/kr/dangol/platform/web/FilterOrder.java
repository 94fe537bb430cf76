package kr.dangol.platform.web;

/// The order of the filters behind the security chain (which has -100): first whether the caller
/// may ask again, then how much, then whether this was asked before.
final class FilterOrder {

    static final int RATE_LIMIT = -90;
    static final int BODY_LIMIT = -80;
    static final int IDEMPOTENCY = -70;

    private FilterOrder() {}
}
