package kr.dangol.platform.security;

import kr.dangol.platform.Refusal;

/// Signed in, but not allowed: 403.
final class Forbidden extends Refusal {

    private Forbidden(String code) {
        super(403, code);
    }

    static Forbidden role() {
        return new Forbidden("forbidden");
    }

    static Forbidden csrf() {
        return new Forbidden("csrf");
    }
}
