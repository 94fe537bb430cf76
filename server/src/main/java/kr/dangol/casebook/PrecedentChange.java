package kr.dangol.casebook;

/// The state of a precedent as of its last change. `sequence` grows with every change in the book;
/// an `excluded` precedent stays in the book but must not be used.
public record PrecedentChange(long sequence, Precedent precedent, boolean excluded) {

    /// Whether forecasts may learn from it. If not, what was learned from an earlier state of the
    /// same id must be forgotten.
    public boolean teaches() {
        return !excluded && precedent.hasOutcome();
    }
}
