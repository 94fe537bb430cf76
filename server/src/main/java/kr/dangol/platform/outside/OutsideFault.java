package kr.dangol.platform.outside;

/// A service outside gave no whole answer. The detail holds no address, for addresses hold keys.
public final class OutsideFault extends RuntimeException {

    /// Why there is no answer.
    public enum Kind {
        UNREACHABLE,
        TIMED_OUT,
        CUT_OFF,
        TOO_LARGE,
        INTERRUPTED
    }

    private final Kind kind;
    private final String detail;

    OutsideFault(Kind kind, String detail) {
        super(kind + ": " + detail);
        this.kind = kind;
        this.detail = detail;
    }

    public Kind kind() {
        return kind;
    }

    public String detail() {
        return detail;
    }
}
