package kr.dangol.intake.source;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/// A source could not be read. The detail is for the log and the operator and never holds an
/// address or a key.
public final class SourceFault extends RuntimeException {

    private final Fault fault;
    private final String detail;
    private final @Nullable Duration retryAfter;

    public SourceFault(Fault fault, String detail) {
        this(fault, detail, null);
    }

    public SourceFault(Fault fault, String detail, @Nullable Duration retryAfter) {
        super(fault + ": " + detail);
        this.fault = fault;
        this.detail = detail;
        this.retryAfter = retryAfter;
    }

    public Fault fault() {
        return fault;
    }

    public String detail() {
        return detail;
    }

    @Nullable Duration retryAfter() {
        return retryAfter;
    }
}
