package kr.dangol.platform;

/// A reason not to start that the person at the keyboard can do something about. Printed as one
/// line, without a stack trace.
public final class CannotStart extends RuntimeException {

    public CannotStart(String line) {
        super(line);
    }

    public CannotStart(String line, Throwable cause) {
        super(line, cause);
    }
}
