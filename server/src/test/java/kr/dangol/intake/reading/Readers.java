package kr.dangol.intake.reading;

/// Readers for whoever measures them.
public final class Readers {

    private Readers() {}

    public static CaseReader byRules() {
        return new RuleReader();
    }
}
