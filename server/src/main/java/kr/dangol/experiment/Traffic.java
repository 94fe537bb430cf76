package kr.dangol.experiment;

/// What shops have been doing of late; answered by the module that serves them. Tells before an
/// experiment starts what it could find.
public interface Traffic {

    Recent recent();

    /// The last 28 days: how many different shops asked, and what became of their answers.
    record Recent(int shops, int answers, double choiceRate, double regenerateRate) {}
}
