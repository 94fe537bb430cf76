package kr.dangol.intake.source;

import java.util.UUID;

/// A step under way, as the source sees it: where counts and refusals go, and where it hears that
/// it shall stop.
public interface Work {

    UUID run();

    /// Adds to a count, such as `received`.
    void count(String name, long amount);

    /// How much there is to do, as far as is known now.
    void total(long total);

    /// Adds to what is done.
    void done(long amount);

    /// Called after each stored part: saves progress now and then, and ends the step by an
    /// exception when it shall stop.
    void checkpoint();

    /// Something was not taken; counted under its reason, which is Korean and one of a few.
    void refuse(String reason, String subject, long amount);
}
