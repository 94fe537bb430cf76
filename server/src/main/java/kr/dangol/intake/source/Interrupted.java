package kr.dangol.intake.source;

/// The process goes down or lost its turn; what is under way is left for whoever takes over.
public final class Interrupted extends RuntimeException {

    public Interrupted() {
        super("interrupted");
        Thread.currentThread().interrupt();
    }
}
